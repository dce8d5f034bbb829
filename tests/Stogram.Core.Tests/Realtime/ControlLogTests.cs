using Npgsql;
using Stogram.Core.Realtime;

namespace Stogram.Core.Tests.Realtime;

public sealed class ControlLogTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_change_that_commits_late_is_seen_although_later_ones_were_seen_before_it()
    {
        Guid[] sessions = [Guid.NewGuid(), Guid.NewGuid()];
        await using var late = await Open();
        await using var soon = await Open();
        await using var reader = await Open();

        var start = await ControlLog.Now(reader, CancellationToken.None);
        var transaction = await late.BeginTransactionAsync();
        await Log(late, sessions[0]);
        await Log(soon, sessions[1]);
        var first = await ControlLog.Since(reader, start, CancellationToken.None);
        await transaction.CommitAsync();
        var second = await ControlLog.Since(reader, first.Snapshot, CancellationToken.None);
        var third = await ControlLog.Since(reader, second.Snapshot, CancellationToken.None);

        Assert.Equal([sessions[1]], Sessions(first).Intersect(sessions));
        Assert.Equal([sessions[0]], Sessions(second).Intersect(sessions));
        Assert.Empty(Sessions(third).Intersect(sessions));
    }

    [Fact]
    public async Task Joining_leaving_and_the_end_of_a_session_are_logged_and_reading_is_not()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        await using var reader = await Open();
        var start = await ControlLog.Now(reader, CancellationToken.None);

        var atrium = await fixture.Ada.Group("atrium", bo);
        await fixture.Ada.Post($"/api/chats/{atrium}/members", new { userIds = new[] { mira.Id } });
        await fixture.Ada.Delete($"/api/chats/{atrium}/members/{mira.Id}");
        await fixture.Ada.Send(atrium, "Hello");
        await bo.Post($"/api/chats/{atrium}/read", new { seq = 1 });
        await bo.Post("/api/auth/logout");
        var news = await ControlLog.Since(reader, start, CancellationToken.None);

        Assert.Equal(
            new[] { fixture.Ada.Id, bo.Id, mira.Id, mira.Id }.Order(),
            news.Rows.Where(row => row.ChatId == atrium).Select(row => row.UserId).Order());
        Assert.Single(Sessions(news));
    }

    private static IEnumerable<Guid> Sessions(ControlNews news) =>
        news.Rows.Where(row => row.SessionId is not null).Select(row => row.SessionId!.Value);

    private static async Task Log(NpgsqlConnection connection, Guid sessionId)
    {
        await using var command = new NpgsqlCommand("insert into core.control_log (session_id) values ($1)", connection)
        {
            Parameters = { new() { Value = sessionId } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
