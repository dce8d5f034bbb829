namespace Stogram.Host.Plugins.Manifests;

/// <summary>
/// What no plugin may take as id or prefix: the first words of the core's own paths, commands and events, those that
/// exist and those that the wire protocol names. A test compares it with the route table.
/// </summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names =
    [
        "admin", "auth", "blocks", "chat", "chats", "core", "directory", "draft", "drafts", "files", "folder", "folders",
        "health", "hub", "join", "me", "message", "messages", "metrics", "openapi", "operator", "passkeys", "plugin",
        "plugins", "presence", "preview", "previews", "report", "reports", "session", "sessions", "setup", "stogram", "sync",
        "thread", "threads", "topic", "topics", "typing", "upload", "uploads", "user", "users",
    ];

    public static bool Contains(string name) => Names.Contains(name);
}
