using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stogram.Core.Storage;
using Stogram.Testing.Postgres;

namespace Stogram.Core.Tests.Storage;

public sealed class MigrateTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_make_one_schema_and_one_organization()
    {
        await using var database = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Prepare(database.ConnectionString))));
        await Prepare(database.ConnectionString);

        Assert.Equal(1L, await Ask(source, "select count(*) from core.organizations"));
        Assert.Equal(0L, await Ask(source, "select count(*) - count(distinct \"MigrationId\") from core.migrations"));
    }

    [Fact]
    public async Task Events_written_before_rows_held_many_are_kept_with_their_readers_places()
    {
        await using var database = await TestDatabase.Create("empty", _ => Task.CompletedTask);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await PrepareOld(source, "0001_init", "0002_plugins", "0003_message_changes");
        await Ask(source,
            """
            insert into core.outbox (organization_id, chat_id, kind, user_id, message_id, seq)
            values (gen_random_uuid(), gen_random_uuid(), 'MemberJoined', gen_random_uuid(), null, null),
                   (gen_random_uuid(), gen_random_uuid(), 'MessagePosted', gen_random_uuid(), gen_random_uuid(), 7);
            insert into core.plugins (id, version, changed_at) values ('probe', '1.0.0', now());
            insert into core.plugin_cursors (plugin_id, outbox_id) values ('probe', 1);
            insert into core.plugin_dead_letters (plugin_id, outbox_id, event, error, failed_at)
            select 'probe', id, to_jsonb(o), 'thrown', now() from core.outbox o where id = 1;
            """);

        await Prepare(database.ConnectionString);

        Assert.Equal(
            "1 MemberJoined null, 2 MessagePosted 7",
            await Ask(source, "select string_agg(concat(id, ' ', events -> 0 ->> 'kind', ' ', coalesce(events -> 0 ->> 'seq', 'null')), ', ' order by id) from core.outbox"));
        Assert.Equal(
            2L, await Ask(source, "select count(*) from core.outbox, json_to_record(events -> 0) as e (organization_id uuid, chat_id uuid, user_id uuid) where chat_id is not null and user_id is not null and organization_id is not null"));
        Assert.Equal(1L, await Ask(source, "select count(*) from core.plugin_cursors where outbox_id = 1 and ordinal > 1"));
        Assert.Equal("1 MemberJoined", await Ask(source, "select concat(ordinal, ' ', event ->> 'kind') from core.plugin_dead_letters"));
    }

    private static async Task Prepare(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStogramCore(source, new() { SigningKey = new byte[32], UploadsFolder = "" });
        await using var node = services.BuildServiceProvider();
        await node.PrepareStogramCore(CancellationToken.None);
    }

    /// <summary>As a server of that time left it.</summary>
    private static async Task PrepareOld(NpgsqlDataSource source, params string[] migrations)
    {
        await Ask(source, "create schema core; create table core.migrations (\"MigrationId\" varchar(150) primary key, \"ProductVersion\" varchar(32) not null)");
        foreach (var migration in migrations)
        {
            using var script = new StreamReader(
                typeof(Migrate).Assembly.GetManifestResourceStream($"Stogram.Core.Storage.Migrations.{migration}.sql")!);
            await Ask(source, await script.ReadToEndAsync());
            await Ask(source, $"insert into core.migrations values ('{migration}', '10.0.0')");
        }
    }

    private static async Task<object?> Ask(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
