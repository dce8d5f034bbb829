namespace Stogram.SlowMode.Tests;

public sealed class IntervalTests(SlowServer slow) : IClassFixture<SlowServer>
{
    [Fact]
    public async Task Everyone_in_the_chat_reads_the_interval_and_their_own_wait()
    {
        using var bo = await slow.Somebody();
        using var cy = await slow.Somebody("cy");
        var atrium = await slow.Atrium(seconds: 60, bo, cy);
        await bo.Send(atrium, "One");

        var bos = (await bo.HowSlow(atrium)).Data;
        var cys = (await cy.HowSlow(atrium)).Data;

        Assert.Equal((60, false), ((int)bos["seconds"]!, (bool)bos["exempt"]!));
        Assert.InRange((int)bos["retryAfter"]!, 30, 60);
        Assert.InRange((DateTimeOffset)bos["nextAt"]! - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));
        Assert.Equal("""{"seconds":60,"exempt":false,"nextAt":null,"retryAfter":0}""", cys.ToJsonString());
    }

    [Fact]
    public async Task A_change_holds_at_once_and_members_are_told_live()
    {
        using var bo = await slow.Somebody();
        using var stranger = await slow.Somebody("cy");
        var atrium = await slow.Atrium(seconds: 60, bo);
        await using var hub = await bo.Connect();
        await using var elsewhere = await stranger.Connect();
        await bo.Send(atrium, "One");

        await slow.Ada.Slow(atrium, 0);
        var told = await hub.Next("slow-mode:changed");

        Assert.Equal($$"""{"chatId":"{{atrium}}","seconds":0}""", told.ToJsonString());
        Assert.Null((await bo.Send(atrium, "Two")).Wait());
        Assert.Null((await bo.Send(atrium, "Three")).Wait());
        Assert.Equal(0, (int)(await bo.HowSlow(atrium)).Data["seconds"]!);
        await stranger.Send(await stranger.PrivateChat(bo), "Later than that");
        await elsewhere.Next("message:new");
        Assert.DoesNotContain(elsewhere.Drain(), e => e.Name == "slow-mode:changed");
    }

    [Fact]
    public async Task Each_chat_has_its_own_and_most_have_none()
    {
        using var bo = await slow.Somebody();
        await slow.Atrium(seconds: 60, bo);
        var roof = await slow.Ada.Group("Roof", bo);

        Assert.Null((await bo.Send(roof, "One")).Wait());
        Assert.Null((await bo.Send(roof, "Two")).Wait());
        Assert.Equal(0, (int)(await bo.HowSlow(roof)).Data["seconds"]!);
    }

    [Theory]
    [InlineData("""{"seconds":-1}""", "seconds")]
    [InlineData("""{"seconds":3601}""", "seconds")]
    [InlineData("""{"seconds":99999999999}""", "seconds")]
    [InlineData("""{"seconds":1.5}""", "seconds")]
    [InlineData("""{"seconds":"soon"}""", "seconds")]
    [InlineData("""{"seconds":null}""", "seconds")]
    [InlineData("""{"seconds":[5]}""", "seconds")]
    [InlineData("{}", "seconds")]
    [InlineData("null", "request")]
    [InlineData("{", "request")]
    public async Task What_is_no_interval_is_refused_by_its_field_and_changes_nothing(string body, string field)
    {
        var atrium = await slow.Atrium(seconds: 60);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await slow.Ada.Http.PutAsync($"/api/slow-mode/{atrium}", content);
        var answer = await response.ToAnswer();

        Assert.Equal((400, "VALIDATION_FAILED"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Details![field]);
        Assert.Equal(60, (int)(await slow.Ada.HowSlow(atrium)).Data["seconds"]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(45)]
    [InlineData(3600)]
    public async Task Any_whole_number_of_seconds_up_to_an_hour_is_an_interval(int seconds)
    {
        var atrium = await slow.Atrium(seconds);

        Assert.Equal(seconds, (int)(await slow.Ada.HowSlow(atrium)).Data["seconds"]!);
    }

    [Fact]
    public async Task Members_read_it_strangers_do_not_know_of_it_and_admins_alone_set_it()
    {
        using var bo = await slow.Somebody();
        using var stranger = await slow.Somebody("cy");
        using var nobody = slow.Server.Anonymous();
        var atrium = await slow.Atrium(seconds: 60, bo);
        var both = await slow.Ada.PrivateChat(bo);

        Assert.Equal("FORBIDDEN", (await bo.Slow(atrium, 0)).Code);
        Assert.Equal("FORBIDDEN", (await slow.Ada.Slow(both, 5)).Code);
        Assert.Equal("NOT_FOUND", (await stranger.Slow(atrium, 0)).Code);
        Assert.Equal("NOT_FOUND", (await stranger.HowSlow(atrium)).Code);
        Assert.Equal("NOT_FOUND", (await slow.Ada.HowSlow(Guid.CreateVersion7())).Code);
        Assert.Equal("UNAUTHORIZED", (await nobody.Call(HttpMethod.Get, $"/api/slow-mode/{atrium}")).Code);

        await slow.Ada.Delete($"/api/chats/{atrium}/members/{bo.Id}");
        Assert.Equal("NOT_FOUND", (await bo.HowSlow(atrium)).Code);
        Assert.Equal(60, (int)(await slow.Ada.HowSlow(atrium)).Data["seconds"]!);
    }
}
