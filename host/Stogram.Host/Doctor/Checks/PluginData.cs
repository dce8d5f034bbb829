using System.Runtime.CompilerServices;
using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Host.Doctor.Checks;

/// <summary>
/// What plugins say of their own data: each whose schema has a function <c>examine(repair boolean)</c>, which answers rows of
/// OK, NOTE or PROBLEM, what was found, and what to do. As the plugin's role, so that it can do no more than the plugin.
/// </summary>
internal static class PluginData
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var plugins = await patient.Ask(
            """
            select p.id, quote_ident(n.nspname), n.nspowner::regrole::text from core.plugins p
            join pg_namespace n on n.nspname = 'plugin_' || replace(p.id, '-', '_')
            join pg_proc f on f.pronamespace = n.oid and f.proname = 'examine' and oidvectortypes(f.proargtypes) = 'boolean'
            order by p.id
            """,
            row => (Id: row.GetString(0), Schema: row.GetString(1), Role: row.GetString(2)), cancellation);
        foreach (var (id, schema, role) in plugins)
        {
            foreach (var finding in await Examine(patient, id, schema, role, cancellation))
            {
                yield return finding;
            }
        }
    }

    private static async Task<List<Finding>> Examine(
        Patient patient, string id, string schema, string role, CancellationToken cancellation)
    {
        await using var connection = await patient.Database!.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                new($"set local role {role}"),
                new($"set local search_path = {schema}"),
                new("select health, said, todo from examine($1)") { Parameters = { new() { Value = patient.Repair } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var findings = new List<Finding>();
        while (await reader.ReadAsync(cancellation))
        {
            findings.Add(new(
                "plugin data", UpperSnake.Read<Health>(reader.GetString(0)), $"{id}: {reader.GetString(1)}", reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return findings;
    }
}
