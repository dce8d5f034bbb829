using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>What the organizations want and what this node has, in the database.</summary>
internal sealed class PluginStore(NpgsqlDataSource database, TimeProvider time)
{
    public const string Channel = "stogram_plugins";

    private const string Tell = "select pg_notify($1, $2)";

    public async Task<DesiredState> Read(string pluginId, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select p.quarantined, o.organization_id, o.enabled, o.told, o.settings::text, o.changed_at
            from core.plugins p left join core.organization_plugins o on o.plugin_id = p.id
            where p.id = $1
            """, pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        string? quarantined = null;
        var switches = new List<DesiredSwitch>();
        while (await reader.ReadAsync(cancellation))
        {
            quarantined = reader.Text(0);
            if (!reader.IsDBNull(1))
            {
                switches.Add(new(
                    reader.GetGuid(1), reader.GetBoolean(2), reader.GetBoolean(3),
                    JsonElement.Parse(reader.GetString(4)), reader.GetFieldValue<DateTimeOffset>(5)));
            }
        }

        return new(quarantined, switches);
    }

    /// <summary>Whoever changes what an organization wants of it takes turns: what each says it was is what it was.</summary>
    public static Task Lock(NpgsqlConnection connection, string pluginId, CancellationToken cancellation) =>
        connection.Execute("select from core.plugins where id = $1 for update", cancellation, pluginId);

    /// <summary>
    /// On starts at now: what happened before is not delivered. On also ends a quarantine: somebody acted. In the
    /// transaction of that connection.
    /// </summary>
    /// <returns>How it was.</returns>
    public async Task<SwitchWas> Switch(
        NpgsqlConnection connection, Guid organizationId, PluginPackage package, bool enabled, Guid by, CancellationToken cancellation)
    {
        await Lock(connection, package.Info.Id, cancellation);
        var was = await Was(connection, organizationId, package.Info.Id, cancellation);
        await connection.Execute(
            """
            with now as (select coalesce(max(id), 0) as id from core.outbox),
            switched as (
              insert into core.organization_plugins as o (organization_id, plugin_id, enabled, enabled_after, enabled_at, changed_by, changed_at)
              select $1, $2, $3, now.id, case when $3 then $5 end, $4, $5 from now
              on conflict (organization_id, plugin_id) do update
              set enabled = $3, changed_by = $4, changed_at = $5,
                  enabled_after = case when o.enabled then o.enabled_after else excluded.enabled_after end,
                  enabled_at = case when o.enabled then o.enabled_at else excluded.enabled_at end
            ), reading as (
              insert into core.plugin_cursors (plugin_id, outbox_id) select $2, now.id from now where $3 and $6
              on conflict do nothing
            )
            update core.plugins set quarantined = null where id = $2 and $3
            """,
            cancellation, organizationId, package.Info.Id, enabled, by, time.GetUtcNow(), package.Info.Contributes.Handles.Count > 0);
        await Notify(connection, package.Info.Id, cancellation);
        return was;
    }

    /// <summary>A version that handles events where the one before did not begins with now.</summary>
    public Task KeepPlace(PluginPackage package, CancellationToken cancellation) =>
        database.Execute(
            """
            insert into core.plugin_cursors (plugin_id, outbox_id) select $1, coalesce(max(id), 0) from core.outbox where $2
            on conflict do nothing
            """,
            cancellation, package.Info.Id, package.Info.Contributes.Handles.Count > 0);

    public static async Task<JsonElement> Settings(NpgsqlConnection connection, Guid organizationId, string pluginId, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            "select settings::text from core.organization_plugins where organization_id = $1 and plugin_id = $2", organizationId, pluginId);
        return JsonElement.Parse(await command.ExecuteScalarAsync(cancellation) as string ?? "{}");
    }

    public async Task SaveSettings(
        NpgsqlConnection connection, Guid organizationId, string pluginId, JsonElement settings, Guid by, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            insert into core.organization_plugins (organization_id, plugin_id, changed_by, changed_at, settings) values ($1, $2, $3, $4, $5)
            on conflict (organization_id, plugin_id) do update set settings = $5, changed_by = $3, changed_at = $4
            """, organizationId, pluginId, by, time.GetUtcNow());
        command.Parameters.Add(new() { Value = settings.GetRawText(), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellation);
        await Notify(connection, pluginId, cancellation);
    }

    public Task SetTold(Guid organizationId, string pluginId, bool told, CancellationToken cancellation) =>
        database.Execute(
            "update core.organization_plugins set told = $3 where organization_id = $1 and plugin_id = $2",
            cancellation, organizationId, pluginId, told);

    public async Task Quarantine(string pluginId, string reason, CancellationToken cancellation)
    {
        await database.Execute("update core.plugins set quarantined = $2 where id = $1 and quarantined is null", cancellation, pluginId, reason);
        await Notify(pluginId, cancellation);
    }

    public Task Notify(string pluginId, CancellationToken cancellation) => database.Execute(Tell, cancellation, Channel, pluginId);

    /// <summary>Once that connection's transaction is committed.</summary>
    public static Task Notify(NpgsqlConnection connection, string pluginId, CancellationToken cancellation) =>
        connection.Execute(Tell, cancellation, Channel, pluginId);

    private static async Task<SwitchWas> Was(NpgsqlConnection connection, Guid organizationId, string pluginId, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            select coalesce(o.enabled, false), p.quarantined
            from core.plugins p left join core.organization_plugins o on o.plugin_id = p.id and o.organization_id = $1
            where p.id = $2
            """, organizationId, pluginId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetBoolean(0), reader.Text(1)) : new(false, null);
    }
}

internal sealed record SwitchWas(bool Enabled, string? Quarantined);

/// <param name="Quarantined">Why it must not run for anyone.</param>
internal sealed record DesiredState(string? Quarantined, IReadOnlyList<DesiredSwitch> Switches)
{
    public bool IsOn(Guid organizationId) => Switches.Any(one => one.OrganizationId == organizationId && one.Enabled);

    /// <summary>Changes when an administrator did something: then what failed is tried again.</summary>
    public DateTimeOffset ChangedAt => Switches.Select(one => one.ChangedAt).DefaultIfEmpty().Max();
}

/// <param name="Told">The plugin knows that it is on here.</param>
internal sealed record DesiredSwitch(Guid OrganizationId, bool Enabled, bool Told, JsonElement Settings, DateTimeOffset ChangedAt);
