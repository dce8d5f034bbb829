using System.Collections.Concurrent;
using System.Text.Json;

namespace Stogram.Host.Plugins.Settings;

/// <summary>One plugin's settings on this node, by organization and by chat; kept as the database has them.</summary>
internal sealed class PluginValues(SettingsSchema? schema, SettingSecrets secrets)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly ConcurrentDictionary<Guid, JsonElement> values = [];

    private readonly ConcurrentDictionary<Guid, ChatSetting> chats = [];

    private readonly Lock gate = new();

    private long seen;

    /// <summary>Whether chats may set anything.</summary>
    public bool AreForChats => schema?.ForChats is not null;

    /// <summary>Of the changes that chats made, the last one that is here.</summary>
    public long Seen => Interlocked.Read(ref seen);

    public JsonElement Of(Guid organizationId) =>
        values.TryGetValue(organizationId, out var set) ? set : schema?.Complete(Nothing) ?? Nothing;

    public JsonElement Of(Guid organizationId, Guid chatId) =>
        chats.TryGetValue(chatId, out var own) && own.OrganizationId == organizationId ? Over(Of(organizationId), own.Values) : Of(organizationId);

    public void Set(Guid organizationId, JsonElement set) =>
        values[organizationId] = schema is null ? Nothing : schema.Complete(schema.Valid(secrets.Open(schema, set)));

    /// <summary>In the order of their revisions.</summary>
    public void Set(IReadOnlyList<ChatSetting> changed)
    {
        if (schema?.ForChats is not { } own || changed.Count == 0)
        {
            return;
        }

        // Two may be at it, of whom one has read less.
        lock (gate)
        {
            foreach (var one in changed.Where(one => one.Rev > seen))
            {
                chats[one.ChatId] = one with { Values = own.Valid(secrets.Open(own, one.Values)) };
            }

            seen = Math.Max(seen, changed[^1].Rev);
        }
    }

    private static JsonElement Over(JsonElement whole, JsonElement own)
    {
        var both = whole.EnumerateObject().ToDictionary(value => value.Name, value => value.Value);
        foreach (var value in own.EnumerateObject())
        {
            both[value.Name] = value.Value;
        }

        return JsonSerializer.SerializeToElement(both, PluginJson.Default.DictionaryStringJsonElement);
    }
}
