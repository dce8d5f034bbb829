using System.Collections.Concurrent;
using System.Text.Json;

namespace Stogram.Host.Plugins.Settings;

/// <summary>One plugin's settings on this node, by organization; the reconciler keeps them as the database has them.</summary>
internal sealed class PluginValues(SettingsSchema? schema, SettingSecrets secrets)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly ConcurrentDictionary<Guid, JsonElement> values = [];

    public JsonElement Of(Guid organizationId) =>
        values.TryGetValue(organizationId, out var set) ? set : schema?.Complete(Nothing) ?? Nothing;

    public void Set(Guid organizationId, JsonElement set) =>
        values[organizationId] = schema?.Complete(secrets.Open(schema, set)) ?? Nothing;
}
