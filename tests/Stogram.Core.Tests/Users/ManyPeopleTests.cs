using Npgsql;

namespace Stogram.Core.Tests.Users;

/// <summary>An organization of ten thousand people, all of them in one group, and a log of a hundred thousand entries.</summary>
public sealed class Town : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public Guid Hall { get; private set; }

    /// <summary>From the start: a pooled context looks only once a second whether somebody listens.</summary>
    internal Queries Queries { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start();
        Queries = new(Server.ConnectionString);
        Ada = await Server.SignUp("ada");
        Hall = await Ada.Group("Hall");
        await using var connection = new NpgsqlConnection(Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            insert into core.users (id, organization_id, username, normalized_username, email, normalized_email, display_name, role, created_at)
            select u.id, o.id, u.name, o.id || '/' || upper(u.name), u.name || '@example.org', o.id || '/' || upper(u.name) || '@EXAMPLE.ORG',
              initcap(substr(md5(u.n::text), 1, 6)) || ' Townsend ' || u.n, 'MEMBER', now()
            from core.organizations o, (select gen_random_uuid() as id, n, 'person' || n as name from generate_series(1, 10000) as n) u;
            insert into core.audit_log (organization_id, seq, at, actor_id, action, hash)
            select o.id, n, now(), case when n % 1000 = 0 then u.id end, case when n % 500 = 0 then 'invite.created' else 'session.revoked' end, ''
            from core.organizations o join core.users u on u.username = 'ada', generate_series(1, 100000) as n;
            insert into core.chat_members (chat_id, user_id, organization_id, role, rev, joined_at)
            select c.id, u.id, u.organization_id, 'MEMBER', c.rev, now() from core.chats c, core.users u where u.username like 'person%';
            analyze core.users, core.audit_log, core.chat_members;
            """,
            connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        Queries.Dispose();
        await Server.DisposeAsync();
    }
}

public sealed class ManyPeopleTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData("/api/admin/people", 50)]
    [InlineData("/api/admin/people?q=nsend%2099", 50)]
    [InlineData("/api/admin/people?q=person777", 11)]
    [InlineData("/api/admin/people?q=zq", 0)]
    [InlineData("/api/admin/people?role=OWNER", 1)]
    [InlineData("/api/admin/people?state=deactivated", 0)]
    [InlineData("/api/users", 50)]
    [InlineData("/api/users/search?q=RSON123", 11)]
    [InlineData("/api/users/search?q=p", 20)]
    [InlineData("/api/users/search?q=%D0%B6", 0)]
    [InlineData("/api/chats/{hall}/members", 50)]
    [InlineData("/api/chats/{hall}/members?q=person777", 11)]
    [InlineData("/api/chats/{hall}/members?q=zq", 0)]
    [InlineData("/api/admin/audit", 50)]
    [InlineData("/api/admin/audit?action=invite.", 50)]
    [InlineData("/api/admin/audit?action=nothing.", 0)]
    [InlineData("/api/admin/audit?actor={ada}", 50)]
    [InlineData("/api/admin/people?state=reset", 0)]
    public async Task No_page_reads_a_whole_table(string path, int rows)
    {
        await using var connection = new NpgsqlConnection(town.Server.ConnectionString);
        await connection.OpenAsync();
        town.Queries.Forget();

        var answer = await town.Ada.Get(path.Replace("{ada}", $"{town.Ada.Id}").Replace("{hall}", $"{town.Hall}"));
        var plans = await town.Queries.Explain(connection);

        Assert.Equal(rows, answer.Data.AsArray().Count);
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.DoesNotMatch("Seq Scan on (users|audit_log)", plan));
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_everybody_once_in_order()
    {
        var (names, cursor) = (new List<string>(), "");
        do
        {
            var page = await town.Ada.Get($"/api/admin/people?limit=100&q=person12{cursor}");
            names.AddRange(page.Data.AsArray().Select(person => (string)person!["displayName"]!));
            cursor = (string?)page.Envelope["page"]!["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");

        Assert.Equal(111, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }
}
