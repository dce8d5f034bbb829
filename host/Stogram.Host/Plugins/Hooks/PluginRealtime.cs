using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using Stogram.Core.Realtime;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>Payloads become JSON before they leave the plugin: its types never reach the hub's serializer.</summary>
internal sealed class PluginRealtime(PluginInfo info, Leases leases, NpgsqlDataSource database, IBus bus) : IRealtime
{
    public async ValueTask ToUserAsync<T>(
        Guid organizationId, Guid userId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (MaySend(organizationId, name) && await Belongs("users", userId, organizationId, cancellation))
        {
            await bus.ToUser(userId, name, JsonSerializer.SerializeToElement(payload, type));
        }
    }

    public async ValueTask ToChatAsync<T>(
        Guid organizationId, Guid chatId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (MaySend(organizationId, name) && await Belongs("chats", chatId, organizationId, cancellation))
        {
            await bus.ToChat(chatId, name, JsonSerializer.SerializeToElement(payload, type));
        }
    }

    public async ValueTask ToOrganizationAsync<T>(
        Guid organizationId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (MaySend(organizationId, name))
        {
            await bus.ToOrganization(organizationId, name, JsonSerializer.SerializeToElement(payload, type));
        }
    }

    private bool MaySend(Guid organizationId, string name)
    {
        Permissions.Demand(info, "realtime.send", "Sending events");
        return info.Contributes.Events.Contains(name)
            ? leases.IsAdmitted(organizationId)
            : throw new UndeclaredException($"The event {name}", $"\"events\": [\"{name}\"]");
    }

    private async Task<bool> Belongs(string table, Guid id, Guid organizationId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select from core.{table} where id = $1 and organization_id = $2");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = organizationId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }
}
