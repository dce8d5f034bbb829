using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Settings;

/// <summary>Lives in the plugin's container and knows its type; the values themselves are the host's, as JSON.</summary>
internal sealed class PluginSettings<T>(PluginValues values, JsonTypeInfo<T> type) : IPluginSettings<T>
    where T : class
{
    public T For(Guid organizationId) => Read(values.Of(organizationId));

    public T ForChat(Guid organizationId, Guid chatId) => Read(values.Of(organizationId, chatId));

    private T Read(JsonElement set) => set.Deserialize(type) ?? throw new InvalidOperationException("The settings are empty.");
}
