using System.Text.Json.Serialization;

namespace Stogram.Plugins;

/// <summary>The manifest, <c>plugin.json</c>: what a plugin is and what it will register.</summary>
// Generated JSON sets every init property, to null where the text has none: hence "?? []".
public sealed record PluginInfo
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> NoLocales = [];

    /// <summary>Lower-case letters, digits and dashes: the path, the schema and the folder are named after it.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>A semantic version, such as 1.2.0.</summary>
    public required string Version { get; init; }

    /// <summary>The assembly with the <see cref="IPlugin"/>.</summary>
    public required string Entry { get; init; }

    /// <summary>The range of contract versions it was built for, such as <c>^0.1</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>One sentence for the administrators' page.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// By language, such as <c>ru</c> or <c>pt-BR</c>: what administrators read of it, its name and description and the texts of its
    /// settings, each under the text as it stands there. What is missing is shown as it stands.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Locales { get; init => field = value ?? NoLocales; } = NoLocales;

    /// <summary>
    /// Plugins that must be on where this one is, with the range of versions it was made for, such as
    /// <c>"media": "^1.0"</c>. It starts after them and stops before them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Requires { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>
    /// Plugins that it makes use of where they are on as well, with the range of versions it was made for. It starts after
    /// those that are on, goes on without them, and is told by <see cref="IPlugin.OptionalAddedAsync"/> when one comes.
    /// </summary>
    public IReadOnlyDictionary<string, string> Optional { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>
    /// What it may do: <c>realtime.send</c>, <c>chats.read</c>, <c>users.read</c>, <c>messages.read</c>,
    /// <c>messages.write</c>. Those that read also open the views of schema <c>reading</c>, see <see cref="IPluginDatabase"/>.
    /// </summary>
    public IReadOnlyList<string> Permissions { get; init => field = value ?? []; } = [];

    /// <summary>What it will register.</summary>
    public PluginContributions Contributes { get; init => field = value ?? new(); } = new();

    /// <summary>How one version takes over from another.</summary>
    public UpgradeMode Upgrade { get; init; }

    /// <summary>Its schema, if it has one.</summary>
    public PluginData? Data { get; init; }
}

/// <summary>What a plugin registers, declared so that it can be shown without running it.</summary>
public sealed record PluginContributions
{
    /// <summary>Whether it maps routes below <c>/api/{id}</c>.</summary>
    public bool Endpoints { get; init; }

    /// <summary>Goes before the colon in its commands and events; its id where nothing is said.</summary>
    public string? Prefix { get; init; }

    /// <summary>Commands that clients may dispatch, <c>prefix:name</c>.</summary>
    public IReadOnlyList<string> Commands { get; init => field = value ?? []; } = [];

    /// <summary>Realtime events that it sends, <c>prefix:name</c>.</summary>
    public IReadOnlyList<string> Events { get; init => field = value ?? []; } = [];

    /// <summary>Names of the <see cref="IChatEvent"/> types it handles.</summary>
    public IReadOnlyList<string> Handles { get; init => field = value ?? []; } = [];

    /// <summary>Its interceptors.</summary>
    public IReadOnlyList<PluginInterceptor> Interceptors { get; init => field = value ?? []; } = [];

    /// <summary>Its work in the background.</summary>
    public IReadOnlyList<PluginJob> Jobs { get; init => field = value ?? []; } = [];

    /// <summary>Roles that it offers to fill.</summary>
    public IReadOnlyList<PluginRole> Provides { get; init => field = value ?? []; } = [];

    /// <summary>Kinds of messages that it posts: its prefix, or words that begin with it and a dash.</summary>
    public IReadOnlyList<string> MessageKinds { get; init => field = value ?? []; } = [];

    /// <summary>Whether people's messages may carry <c>extra.&lt;id&gt;</c> of up to 4 KiB for it.</summary>
    public bool ClientExtra { get; init; }

    /// <summary>File in the package with the JSON Schema of its settings.</summary>
    public string? Settings { get; init; }

    /// <summary>
    /// Route of its own, without <c>/api/{id}/</c>, that tells an administrator how far a long work is:
    /// <c>{ "done": 0.25 }</c>, 1 when there is nothing to do. Shown beside its switch.
    /// </summary>
    public string? Progress { get; init; }

    /// <summary>Its web half.</summary>
    public PluginWeb? Web { get; init; }
}

/// <summary>An interceptor and what happens to a message when it fails.</summary>
public sealed record PluginInterceptor
{
    /// <summary>The class's name without its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Let the message go on, or refuse it.</summary>
    public OnFailure OnFailure { get; init; } = OnFailure.Allow;
}

/// <summary>A role that a plugin provides.</summary>
public sealed record PluginRole
{
    /// <summary>The interface's name, such as <c>ISearchIndex</c>.</summary>
    public required string Name { get; init; }

    /// <summary>It gives way to every other plugin that provides the role, and has it again when that is off or fails.</summary>
    public bool Default { get; init; }
}

/// <summary>What happens to a message when an interceptor fails on it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OnFailure>))]
public enum OnFailure
{
    /// <summary>It goes on as if the interceptor had passed it.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,

    /// <summary>It is refused: for moderation and compliance.</summary>
    [JsonStringEnumMemberName("reject")]
    Reject,
}

/// <summary>The web half: an ES module, perhaps a style sheet, and the slots it fills.</summary>
public sealed record PluginWeb
{
    /// <summary>File in the package, below <c>web/</c>.</summary>
    public required string Module { get; init; }

    /// <summary>File in the package, below <c>web/</c>.</summary>
    public string? Style { get; init; }

    /// <summary>Such as <c>composer.above@1</c>.</summary>
    public IReadOnlyList<string> Slots { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Which messages it changes on people's devices: <c>outgoing</c>, <c>incoming</c> or both. Nothing is sent from a
    /// device where an outgoing one should be and is not.
    /// </summary>
    public IReadOnlyList<string> Transforms { get; init => field = value ?? []; } = [];
}

/// <summary>The plugin's schema.</summary>
public sealed record PluginData
{
    /// <summary>Folder in the package with its migrations: <c>0001_init.sql</c> and so on.</summary>
    public required string Migrations { get; init; }

    /// <summary>
    /// PostgreSQL extensions it needs, such as <c>pg_trgm</c>; made by the host where they are not there yet, and on the
    /// search path of migrations and connections. Where they cannot be made the plugin does not start, and says which.
    /// </summary>
    public IReadOnlyList<string> Extensions { get; init => field = value ?? []; } = [];
}
