using Stogram.Host.Doctor.Checks;

namespace Stogram.Host.Doctor;

/// <summary>Everything that is looked at, in this order; each file in <c>Checks</c> is one.</summary>
internal static class Every
{
    public delegate IAsyncEnumerable<Finding> Check(Patient patient, CancellationToken cancellation);

    /// <summary>Those that need no database.</summary>
    public static readonly (string Name, Check Run)[] Outside =
    [
        ("programs", Programs.Look),
        ("data folder", Folder.Look),
        ("address", PublicAddress.Look),
        ("proxies", TrustedProxies.Look),
        ("ports", Ports.Look),
        ("redis", RedisServer.Look),
        ("e-mail", MailServer.Look),
    ];

    public static readonly (string Name, Check Run)[] Inside =
    [
        ("database", Server.Look),
        ("schema", Schema.Look),
    ];

    /// <summary>Those that need the schema of this version, too.</summary>
    public static readonly (string Name, Check Run)[] Within =
    [
        ("clock", Clock.Look),
        ("audit log", AuditChains.Look),
        ("files", Blobs.Look),
        ("events", Events.Look),
        ("plugins", PluginStates.Look),
        ("plugin data", PluginData.Look),
    ];
}
