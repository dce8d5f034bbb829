using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stogram.Core.Audit;
using Stogram.Core.Storage;

namespace Stogram.Core.Tests.Audit;

public sealed class AuditTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_deed_is_written_down_with_who_and_from_where()
    {
        using var bo = await fixture.Somebody();
        await bo.Post("/api/auth/password/change", new { currentPassword = TestPerson.Password, newPassword = "another horse" });

        var row = (await fixture.Ada.Get($"/api/admin/audit?actor={bo.Id}")).Data[0]!;

        Assert.Equal("password.changed", (string?)row["action"]);
        Assert.Equal("127.0.0.1", ((string)row["ip"]!).Replace("::ffff:", ""));
        Assert.Equal((await bo.Get("/api/auth/me")).Data["username"]!.ToString(), (string?)row["actor"]);
    }

    [Fact]
    public async Task It_comes_by_pages_newest_first()
    {
        using var bo = await fixture.Somebody();
        for (var i = 0; i < 5; i++)
        {
            using var device = await bo.OnAnotherDevice();
            await bo.Delete("/api/auth/sessions");
        }

        var first = await fixture.Ada.Get($"/api/admin/audit?limit=3&actor={bo.Id}&action=session.");
        var second = await fixture.Ada.Get($"/api/admin/audit?limit=3&actor={bo.Id}&cursor={first.Envelope["page"]!["next"]}");
        long[] seqs = [.. first.Data.AsArray().Concat(second.Data.AsArray()).Select(row => (long)row!["seq"]!)];

        Assert.Equal(5, seqs.Length);
        Assert.Equal(seqs.OrderDescending(), seqs);
        Assert.Null(second.Envelope["page"]!["next"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task It_is_exported_whole(string format)
    {
        using var bo = await fixture.Somebody();
        using var device = await bo.OnAnotherDevice();
        await bo.Delete("/api/auth/sessions");

        var text = await fixture.Ada.Http.GetStringAsync($"/api/admin/audit/export?format={format}");

        Assert.Contains("session.revoked", text);
        Assert.Contains(bo.Id.ToString(), text);
    }

    [Theory]
    [InlineData("/api/admin/audit")]
    [InlineData("/api/admin/audit/export?format=csv")]
    public async Task It_is_for_administrators_alone(string path)
    {
        using var bo = await fixture.Somebody();

        Assert.Equal("FORBIDDEN", (await bo.Get(path)).Code);
    }

    [Fact]
    public async Task It_cannot_be_changed_and_a_change_by_other_means_is_found()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        for (var i = 0; i < 4; i++)
        {
            using var device = await ada.OnAnotherDevice();
            await ada.Delete("/api/auth/sessions");
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(server, "update core.audit_log set action = 'nothing'"));
        var whole = await Verify(server);
        await Run(server, "set session_replication_role = replica; update core.audit_log set ip = '10.0.0.1' where seq = 3");
        var changed = await Verify(server);
        await Run(server, "set session_replication_role = replica; delete from core.audit_log where seq = 2");
        var removed = await Verify(server);

        Assert.Contains("append-only", refused.Message);
        Assert.Equal((4L, (long?)null), whole);
        Assert.Equal(3L, changed.BrokenAt);
        Assert.Equal(2L, removed.BrokenAt);
    }

    private static async Task<(long Rows, long? BrokenAt)> Verify(TestServer server)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<StogramContext>>().CreateDbContextAsync();
        return await VerifyAudit.Run(db, (await db.Organizations.SingleAsync()).Id, CancellationToken.None);
    }

    private static async Task Run(TestServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
