using System.Text.Json.Serialization.Metadata;

namespace Stogram.Plugins;

/// <summary>
/// Sends events to live connections. Returns once they are on their way; who is not connected misses them, so an
/// event is never the only carrier of state. Needs permission <c>realtime.send</c> and the event's name in
/// <c>"events"</c>, else throws <see cref="UndeclaredException"/>. Sends nothing where the plugin is off.
/// </summary>
public interface IRealtime
{
    /// <summary>To all connections of a person, if they are of that organization.</summary>
    ValueTask ToUserAsync<T>(Guid organizationId, Guid userId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation = default);

    /// <summary>To the present members of a chat, if it is of that organization.</summary>
    ValueTask ToChatAsync<T>(Guid organizationId, Guid chatId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation = default);

    /// <summary>To everyone of an organization.</summary>
    ValueTask ToOrganizationAsync<T>(Guid organizationId, string name, T payload, JsonTypeInfo<T> type, CancellationToken cancellation = default);
}
