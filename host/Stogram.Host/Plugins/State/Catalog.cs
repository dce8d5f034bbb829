using Npgsql;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <param name="Previous">The version to go back to, if this one does not start.</param>
/// <param name="Failed">The version that did not start, and why.</param>
/// <param name="Permissions">What somebody agreed to.</param>
internal sealed record CatalogEntry(
    string Id, string Version, string? Previous, string? Failed, string? FailedReason, IReadOnlyList<string> Permissions, bool Removed);

/// <summary>Which plugins this server has and in which version, for all its nodes.</summary>
internal sealed class Catalog(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns = "id, version, previous, failed_version, failed_reason, permissions, removed";

    public async Task<IReadOnlyList<CatalogEntry>> Read(CancellationToken cancellation)
    {
        await using var command = database.Command($"select {Columns} from core.plugins order by id");
        return await Entries(command, cancellation);
    }

    public async Task<CatalogEntry?> Find(string id, CancellationToken cancellation)
    {
        await using var command = database.Command($"select {Columns} from core.plugins where id = $1", id);
        return (await Entries(command, cancellation)).SingleOrDefault();
    }

    /// <summary>
    /// A package that came with the server or lies in its folder: taken if the server has none of that name, or an
    /// older one. Whoever installed the server agreed to what comes with it.
    /// </summary>
    public async Task Offer(PluginPackage package, CancellationToken cancellation)
    {
        var (id, version, permissions) = (package.Info.Id, package.Info.Version, package.Info.Permissions.ToArray());
        if (await Find(id, cancellation) is not { } known)
        {
            await database.Execute(
                "insert into core.plugins (id, version, changed_at, permissions) values ($1, $2, $3, $4) on conflict do nothing",
                cancellation, id, version, time.GetUtcNow(), permissions);
        }
        else if (known.Version == version)
        {
            await database.Execute("update core.plugins set permissions = $3 where id = $1 and version = $2", cancellation, id, version, permissions);
        }
        else if (!known.Removed && known.Failed != version && SemanticVersion.Parse(version).CompareTo(SemanticVersion.Parse(known.Version)) > 0)
        {
            await database.Execute(
                """
                update core.plugins set previous = version, version = $3, changed_at = $4, permissions = permissions || $5
                where id = $1 and version = $2
                """, cancellation, id, known.Version, version, time.GetUtcNow(), permissions);
        }
    }

    /// <summary>Somebody has agreed to it: from now on this is the version. In the transaction of that connection, if there is one.</summary>
    /// <returns>Why it was quarantined, which is over now; null if it was not.</returns>
    public async Task<string?> Want(
        NpgsqlConnection connection, string id, string version, IEnumerable<string> permissions, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            insert into core.plugins as p (id, version, changed_at, permissions) values ($1, $2, $3, $4)
            on conflict (id) do update set version = excluded.version, changed_at = excluded.changed_at, removed = false,
              permissions = excluded.permissions, failed_version = null, failed_reason = null, quarantined = null,
              previous = case when p.removed or p.version = excluded.version then null else p.version end
            -- As it was before this statement.
            returning (select was.quarantined from core.plugins was where was.id = p.id)
            """, id, version, time.GetUtcNow(), permissions.ToArray());
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>The version that did not start is left again. False where somebody was faster.</summary>
    public async Task<bool> GoBack(string id, string failed, string reason, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            update core.plugins set version = previous, previous = null, failed_version = $2, failed_reason = $3
            where id = $1 and version = $2 and previous is not null
            """, id, failed, reason);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private static async Task<IReadOnlyList<CatalogEntry>> Entries(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<CatalogEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(new(
                reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4),
                reader.GetFieldValue<string[]>(5), reader.GetBoolean(6)));
        }

        return entries;
    }
}
