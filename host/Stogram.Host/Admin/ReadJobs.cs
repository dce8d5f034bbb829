using Npgsql;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Jobs;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>Of each state a page's worth: what runs, what failed last, what comes next, what was done last. The server's for operators.</summary>
internal sealed class ReadJobs(InstalledPlugins plugins, NpgsqlDataSource database)
{
    // Each part reads the index plugin_jobs_open from one end.
    private const string Sql =
        """
        select plugin_id, id, name, state, cron, due_at, attempt, started_at, finished_at, share, note, error, node, organization_id
        from unnest($1) as whose (organization) cross join (values ('RUNNING', 100), ('FAILED', 100), ('WAITING', 100), ('DONE', 50), ('CANCELLED', 50)) as part (of, most)
        cross join lateral (
          (select * from core.plugin_jobs where organization_id = whose.organization and state = part.of and part.of in ('RUNNING', 'WAITING') order by due_at limit part.most)
          union all
          (select * from core.plugin_jobs where organization_id = whose.organization and state = part.of and part.of not in ('RUNNING', 'WAITING') order by due_at desc limit part.most)
        ) as job
        """;

    public async Task<Outcome<JobView[]>> Run(Caller caller, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = JobKey.Of(caller) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var views = new List<JobView>();
        while (await reader.ReadAsync(cancellation))
        {
            views.Add(View(reader));
        }

        return views.ToArray();
    }

    private JobView View(NpgsqlDataReader row)
    {
        var plugin = plugins.Find(row.GetString(0));
        var (name, state, organizationId) = (row.GetString(2), row.GetString(3), row.GetGuid(13));
        return new(
            row.GetString(0), plugin?.Package.Info is { } info ? info.Local(info.Name) : row.GetString(0), row.GetGuid(1), name, state,
            state == "WAITING" && plugin?.Activation?.IsOpen(organizationId) is not true, row.Text(4), row.GetFieldValue<DateTimeOffset>(5),
            row.GetInt32(6), plugin?.Package.Info.Contributes.Jobs.FirstOrDefault(job => job.Name == name)?.Attempts,
            Time(row, 7), Time(row, 8), row.IsDBNull(9) ? null : row.GetFloat(9), row.Text(10), row.Text(11), row.Text(12), organizationId == JobKey.Server);
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
