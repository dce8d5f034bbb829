using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Storage;

namespace Stogram.Core.Tests.Sessions;

public sealed class RefreshTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_refresh_token_gives_a_new_pair_that_works()
    {
        using var bo = await fixture.Somebody();

        var tokens = (await Refresh(bo.RefreshToken)).Data;
        using var http = fixture.Server.Anonymous();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)tokens["accessToken"]);
        var me = await http.Call(HttpMethod.Get, "/api/auth/me");

        Assert.Equal(bo.Id, (Guid)me.Data["id"]!);
        Assert.NotEqual(bo.RefreshToken, (string?)tokens["refreshToken"]);
    }

    [Fact]
    public async Task Two_tabs_that_refresh_at_once_get_the_same_successor()
    {
        using var bo = await fixture.Somebody();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Refresh(bo.RefreshToken)));
        var successor = Assert.Single(answers.Select(answer => (string?)answer.Data["refreshToken"]).Distinct());

        Assert.True((await Refresh(successor!)).IsSuccess);
    }

    [Fact]
    public async Task The_token_before_last_ends_the_session_for_the_thief_and_the_owner()
    {
        using var bo = await fixture.Somebody();
        var second = (string?)(await Refresh(bo.RefreshToken)).Data["refreshToken"];
        var third = (string?)(await Refresh(second!)).Data["refreshToken"];

        var stolen = await Refresh(bo.RefreshToken);

        Assert.Equal("UNAUTHORIZED", stolen.Code);
        Assert.Equal("UNAUTHORIZED", (await Refresh(third!)).Code);
        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_back_late_cuts_the_sockets_and_leaves_other_devices_alone()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        await using var socket = await bo.Connect();
        var second = (string?)(await Refresh(bo.RefreshToken)).Data["refreshToken"];
        await Refresh(second!);

        await Refresh(bo.RefreshToken);

        await socket.Closed.WaitAsync(TimeSpan.FromSeconds(2));
        Assert.True((await phone.Get("/api/auth/me")).IsSuccess);
    }

    [Fact]
    public async Task After_the_grace_the_previous_token_ends_the_session()
    {
        using var bo = await fixture.Somebody();
        await Refresh(bo.RefreshToken);
        await Age(bo.Id, TimeSpan.FromSeconds(61));

        var late = await Refresh(bo.RefreshToken);

        Assert.Equal("UNAUTHORIZED", late.Code);
        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_refused(string token) =>
        Assert.Equal("UNAUTHORIZED", (await Refresh(token)).Code);

    [Fact]
    public async Task A_session_that_ended_refreshes_nothing_and_its_sockets_are_cut()
    {
        using var bo = await fixture.Somebody();
        await using var socket = await bo.Connect();

        await bo.Post("/api/auth/logout");

        await socket.Next("session:revoked");
        await socket.Closed.WaitAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
        Assert.Equal("UNAUTHORIZED", (await Refresh(bo.RefreshToken)).Code);
    }

    private async Task<Answer> Refresh(string token)
    {
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/refresh", new JsonObject { ["refreshToken"] = token });
    }

    private async Task Age(Guid userId, TimeSpan by)
    {
        using var scope = fixture.Server.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<StogramContext>();
        await db.Database.ExecuteSqlAsync(
            $"update core.sessions set rotated_at = rotated_at - {by} where user_id = {userId}");
    }
}
