using System.Runtime.CompilerServices;

namespace Stogram.Host.Doctor.Checks;

/// <summary>How far plugins are behind with what happened, and what they could not take.</summary>
internal static class Events
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var readers = await patient.Ask(
            """
            select c.plugin_id, count(o.id), coalesce(now() - min(o.happened_at), interval '0'),
              (select count(*) from core.plugin_dead_letters d where d.plugin_id = c.plugin_id)
            from core.plugin_cursors c left join core.outbox o on o.id > c.outbox_id
            where exists (select from core.organization_plugins p where p.plugin_id = c.plugin_id and p.enabled)
            group by c.plugin_id order by c.plugin_id
            """,
            row => (Plugin: row.GetString(0), Waiting: row.GetInt64(1), Age: row.GetTimeSpan(2), Dead: row.GetInt64(3)),
            cancellation);
        foreach (var (plugin, waiting, age, _) in readers.Where(reader => reader.Age > Late))
        {
            yield return patient.IsRunning
                ? Finding.Problem("events", $"{plugin} is {age.TotalMinutes:0} minutes behind, {waiting} entries wait for it.", "see its state below, and the log.")
                : Finding.Note("events", $"{waiting} entries wait for {plugin} until the server runs again.");
        }

        foreach (var (plugin, _, _, dead) in readers.Where(reader => reader.Dead > 0))
        {
            yield return Finding.Problem(
                "events", $"{plugin} could not take {dead} events, again and again; they are put aside.", $"see why: select * from core.plugin_dead_letters where plugin_id = '{plugin}'.");
        }

        if (readers.All(reader => reader.Age <= Late && reader.Dead == 0))
        {
            yield return Finding.Ok("events", "no plugin is behind, and none is put aside.");
        }
    }
}
