using Npgsql;

namespace Stogram.Plugins;

/// <summary>
/// The plugin's own schema: write its names without a schema. Statements end after 30 s. Needs <c>"data"</c> in the
/// manifest. Elsewhere its role may read the views of schema <c>reading</c>, so that a statement can join what the plugin
/// keeps with who may read it now: <c>readers</c> and <c>chats</c> with permission <c>chats.read</c>; <c>messages</c>,
/// <c>files</c> and <c>hidden</c> with <c>messages.read</c>; <c>people</c> with <c>users.read</c>. They hold every
/// organization, also those that have the plugin off: say which one you mean. A chat's <c>rev</c> grows with each change of
/// a message in it, and a message has the one of its last change: whoever remembers up to which <c>rev</c> they have read
/// a chat can go on from there, after whatever break.
/// </summary>
public interface IPluginDatabase
{
    /// <summary>Open connections from here and dispose them; the source itself is the host's.</summary>
    NpgsqlDataSource Source { get; }
}
