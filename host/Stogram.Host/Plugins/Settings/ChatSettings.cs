using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Settings;

/// <summary>What one chat has set.</summary>
internal sealed record ChatSetting(Guid ChatId, Guid OrganizationId, long Rev, JsonElement Values);

/// <summary>Plugins' settings of single chats, in the database; each node reads what changed since it last looked.</summary>
internal sealed class ChatSettings(NpgsqlDataSource database, TimeProvider time)
{
    private const int Batch = 1000;

    public static async Task<JsonElement> Read(NpgsqlConnection connection, Guid chatId, string pluginId, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            "select settings::text from core.chat_plugin_settings where chat_id = $1 and plugin_id = $2", chatId, pluginId);
        return JsonElement.Parse(await command.ExecuteScalarAsync(cancellation) as string ?? "{}");
    }

    /// <summary>False where the chat is gone.</summary>
    public async Task<bool> Save(
        NpgsqlConnection connection, Guid chatId, string pluginId, JsonElement settings, Guid by, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            """
            with chat as (select id, organization_id from core.chats where id = $1 for key share),
            next as (update core.plugins set chat_rev = chat_rev + 1 where id = $2 returning chat_rev)
            insert into core.chat_plugin_settings (chat_id, plugin_id, organization_id, changed_by, changed_at, settings, rev)
            select chat.id, $2, chat.organization_id, $3, $4, $5, next.chat_rev from chat, next
            on conflict (chat_id, plugin_id) do update
            set settings = excluded.settings, rev = excluded.rev, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """, chatId, pluginId, by, time.GetUtcNow());
        command.Parameters.Add(new() { Value = settings.GetRawText(), NpgsqlDbType = NpgsqlDbType.Jsonb });
        var saved = await command.ExecuteNonQueryAsync(cancellation) > 0;
        await PluginStore.Notify(connection, pluginId, cancellation);
        return saved;
    }

    public async Task Follow(Activation activation, CancellationToken cancellation)
    {
        if (!activation.Values.AreForChats)
        {
            return;
        }

        IReadOnlyList<ChatSetting> changed;
        do
        {
            changed = await After(activation.Id, activation.Values.Seen, cancellation);
            activation.Values.Set(changed);
        }
        while (changed.Count == Batch);
    }

    private async Task<IReadOnlyList<ChatSetting>> After(string pluginId, long rev, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select chat_id, organization_id, rev, settings::text from core.chat_plugin_settings
            where plugin_id = $1 and rev > $2 order by rev limit $3
            """, pluginId, rev, Batch);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changed = new List<ChatSetting>();
        while (await reader.ReadAsync(cancellation))
        {
            changed.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), JsonElement.Parse(reader.GetString(3))));
        }

        return changed;
    }
}
