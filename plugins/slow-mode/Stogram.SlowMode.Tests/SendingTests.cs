namespace Stogram.SlowMode.Tests;

public sealed class SendingTests(SlowServer slow) : IClassFixture<SlowServer>
{
    [Fact]
    public async Task A_second_message_too_early_is_refused_by_every_door_and_told_when()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 60, bo);
        await using var hub = await bo.Connect();
        await bo.Send(atrium, "One");

        var byRest = await bo.Send(atrium, "Two");
        var byHub = await hub.Send(atrium, "Three");

        Assert.Equal(422, byRest.Status);
        Assert.InRange(byRest.Wait()!.Value, 30, 60);
        Assert.InRange(byHub.Wait()!.Value, 30, 60);
        Assert.Equal(["One"], await bo.Texts(atrium));
    }

    [Fact]
    public async Task After_the_time_told_the_next_message_goes_through()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 3, bo);
        await bo.Send(atrium, "One");
        var wait = (await bo.Send(atrium, "Too early")).Wait()!.Value;

        await Task.Delay(TimeSpan.FromSeconds(wait));

        Assert.Null((await bo.Send(atrium, "Two")).Wait());
        Assert.Equal(["One", "Two"], await bo.Texts(atrium));
    }

    [Fact]
    public async Task Of_five_sends_at_once_one_goes_through()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 60, bo);
        await using var hub = await bo.Connect();

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => i % 2 == 0 ? bo.Send(atrium, $"{i}") : hub.Send(atrium, $"{i}")));

        Assert.Single(sent, answer => answer.Wait() is null);
        Assert.Single(await bo.Texts(atrium));
    }

    [Fact]
    public async Task A_retry_of_a_stored_message_is_answered_with_it()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 60, bo);
        var id = Guid.CreateVersion7();
        var first = await bo.Send(atrium, "One", id);

        var again = await bo.Send(atrium, "One", id);

        Assert.Equal(first.Data.ToJsonString(), again.Data.ToJsonString());
        Assert.Equal(["One"], await bo.Texts(atrium));
    }

    [Fact]
    public async Task A_message_that_was_not_stored_for_another_reason_keeps_its_turn()
    {
        using var bo = await slow.Somebody();
        var atrium = await slow.Atrium(seconds: 60, bo);
        var id = Guid.CreateVersion7();
        var broken = await bo.Post(
            "/api/messages", new { id, chatId = atrium, content = "One", replyToId = Guid.CreateVersion7() });
        Assert.Equal("VALIDATION_FAILED", broken.Code);

        Assert.Null((await bo.Send(atrium, "One", id)).Wait());
        Assert.NotNull((await bo.Send(atrium, "Two")).Wait());
    }

    [Fact]
    public async Task Owner_and_admins_need_not_wait_unless_the_settings_say_so()
    {
        var atrium = await slow.Atrium(seconds: 60);
        await slow.Ada.Send(atrium, "One");
        Assert.Null((await slow.Ada.Send(atrium, "Two")).Wait());
        Assert.True((bool)(await slow.Ada.HowSlow(atrium)).Data["exempt"]!);

        await slow.Ada.Put("/api/admin/plugins/slow-mode/settings", new { exemptAdmins = false });
        await slow.Ada.Send(atrium, "Three");
        var wait = (await slow.Ada.Send(atrium, "Four")).Wait();
        var mine = await slow.Ada.HowSlow(atrium);
        await slow.Ada.Put("/api/admin/plugins/slow-mode/settings", new { exemptAdmins = true });

        Assert.InRange(wait!.Value, 30, 60);
        Assert.False((bool)mine.Data["exempt"]!);
        Assert.Null((await slow.Ada.Send(atrium, "Five")).Wait());
    }
}
