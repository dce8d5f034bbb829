using Npgsql;
using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Organizations;

public sealed class DeleteOrganizationTests(Harbour harbour) : IClassFixture<Harbour>
{
    [Fact]
    public async Task All_that_an_organization_had_goes_and_nothing_of_others()
    {
        var kept = await harbour.Ada.Group("Atrium");
        await harbour.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = kept, content = "Ours", fileIds = new[] { await Upload.Picture(harbour.Ada) } });
        await Live();
        var before = await Ids();

        var wrong = await harbour.Ada.Http.Call(HttpMethod.Delete, harbour.Path, new { name = "Harbor" });
        var deleted = await harbour.Ada.Http.Call(HttpMethod.Delete, harbour.Path, new { name = "Harbour" });
        var refused = await harbour.Bo.Get("/api/auth/me");
        var again = await harbour.Organization("harbour", "Another harbour");
        for (var i = 0; i < 300 && await Ask($"select count(*) from core.organizations where id = '{harbour.Id}'") > 0; i++)
        {
            await Task.Delay(100);
        }

        Assert.NotNull(wrong.Details!["name"]);
        Assert.True(deleted.IsSuccess);
        Assert.Equal("UNAUTHORIZED", refused.Code);
        Assert.NotEqual(harbour.Id, again);
        Assert.Empty(await LeftOf(before));
        Assert.Single(Blobs());
        Assert.Single((await harbour.Ada.Get($"/api/messages/chat/{kept}")).Data.AsArray());
        Assert.Equal("operator.organization-created", (string?)(await harbour.Ada.Get("/api/admin/audit")).Data[0]!["action"]);
    }

    /// <summary>Something in every table that there is.</summary>
    private async Task Live()
    {
        var cy = await harbour.Server.SignUp("cy", "harbour");
        var chatId = await harbour.Bo.Group("Crew", cy);
        await harbour.Bo.PrivateChat(cy);
        var (id, fileId) = (Guid.CreateVersion7(), await Upload.Picture(harbour.Bo));
        await harbour.Bo.Post("/api/messages", new { id, chatId, content = "Ship ahoy", fileIds = new[] { fileId } });
        await harbour.Bo.Patch($"/api/messages/{id}", new { content = "Ship ahoi" });
        await cy.Post($"/api/messages/{id}/reactions", new { emoji = "👍" });
        await cy.Delete($"/api/messages/{id}?for=me");
        await harbour.Bo.Patch($"/api/users/{harbour.Bo.Id}", new { avatarFileId = await Upload.Picture(harbour.Bo) });
        await harbour.Bo.Post("/api/admin/invites");
        Assert.Equal(3, Blobs().Length);
    }

    private string[] Blobs() =>
        Directory.GetFiles(Path.Combine(harbour.Server.DataFolder, "uploads", "messages"), "*", SearchOption.AllDirectories);

    private async Task<Guid[]> Ids()
    {
        await using var source = NpgsqlDataSource.Create(harbour.Server.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select array_agg(id) from (
              select id from core.organizations where id = $1 union select id from core.users where organization_id = $1
              union select id from core.chats where organization_id = $1 union select id from core.files where organization_id = $1
              union select id from core.messages where organization_id = $1 union select id from core.sessions where organization_id = $1) x
            """);
        command.Parameters.Add(new() { Value = harbour.Id });
        return (Guid[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The columns, of whatever table, that still hold one of these ids. Ada's log tells of the organization, and nodes of ended sessions for a minute.</summary>
    private async Task<string[]> LeftOf(Guid[] ids)
    {
        await using var source = NpgsqlDataSource.Create(harbour.Server.ConnectionString);
        await using var columns = source.CreateCommand(
            """
            select format('select ''%s.%s'' where exists (select from core.%I where %I = any($1))', table_name, column_name, table_name, column_name)
            from information_schema.columns where table_schema = 'core' and data_type = 'uuid'
              and table_name in (select tablename from pg_tables where schemaname = 'core')
              and table_name <> 'control_log' and (table_name, column_name) <> ('audit_log', 'target_id')
            """);
        var queries = new List<string>();
        await using (var reader = await columns.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                queries.Add(reader.GetString(0));
            }
        }

        await using var command = source.CreateCommand(string.Join(" union all ", queries));
        command.Parameters.Add(new() { Value = ids });
        await using var left = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await left.ReadAsync())
        {
            found.Add(left.GetString(0));
        }

        return [.. found];
    }

    private async Task<long> Ask(string sql)
    {
        await using var source = NpgsqlDataSource.Create(harbour.Server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
