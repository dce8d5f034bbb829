namespace Stogram.Plugins;

/// <summary>What an organization's administrators and the admins of its chats have set, always valid by the plugin's schema.</summary>
public interface IPluginSettings<out T>
    where T : class
{
    /// <summary>
    /// The present values of an organization, with the schema's defaults where nothing was set. Cheap: ask each time
    /// and keep nothing.
    /// </summary>
    T For(Guid organizationId);

    /// <summary>
    /// The present values for one chat: the organization's, and over them what the chat's admins have set of those that the
    /// schema marks with <c>"x-stogram": { "chat": true }</c>. As cheap; it does not look whether there is such a chat.
    /// </summary>
    T ForChat(Guid organizationId, Guid chatId) => For(organizationId);
}
