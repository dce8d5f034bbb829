using System.Net;
using Stogram.Core;
using Stogram.Core.Chats;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Mail;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Outside;
using Stogram.Host.Limits;
using Stogram.Host.Plugins.Authoring;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Startup;

/// <summary>What a person may set at start; <see cref="ReadSettings"/> says from where.</summary>
internal sealed record HostSettings
{
    public required DataFolder Data { get; init; }

    public required IReadOnlyList<string> Urls { get; init; }

    public string? PublicUrl { get; init; }

    public string? Cert { get; init; }

    public string? Key { get; init; }

    /// <summary>Empty until the embedded cluster has started, unless the operator named a server of their own.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Folders with PostgreSQL binaries; when set, nothing else is searched.</summary>
    public IReadOnlyList<string> PostgresFolders { get; init; } = [];

    public int? MinFreeMegabytes { get; init; }

    /// <summary>For organizations that have not decided who may sign up.</summary>
    public SignUpPolicy? SignUp { get; init; }

    /// <summary>Proxies whose word on who is asking counts.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    public SmtpOptions? Smtp { get; init; }

    /// <summary>Folder with the packages that came with the server; null for the place they are built to.</summary>
    public string? BundledPlugins { get; init; }

    /// <summary>Whose packages operators may install.</summary>
    public Publishers Publishers { get; init; } = Publishers.None;

    /// <summary>Load no plugin, whatever is switched on.</summary>
    public bool NoPlugins { get; init; }

    public PluginMemory PluginMemory { get; init; } = new(PluginMemory.DefaultMegabytes << 20);

    /// <summary>The plugin that is being written; null where nobody writes one.</summary>
    public DevPlugin? DevPlugin { get; init; }

    /// <summary>How much there may be of people in a chat, of a message and around it.</summary>
    public ChatLimits Chats { get; init; } = new();

    public MessageLimits Messages { get; init; } = new();

    /// <summary>How much each person may keep for themselves.</summary>
    public PersonalLimits Personal { get; init; } = new();

    /// <summary>Carries events between nodes; null where this is the only one.</summary>
    public RedisSettings? Redis { get; init; }

    /// <summary>How often things may be done.</summary>
    public LimitSettings RateLimits { get; init; } = new(IsEnabled: true, Factor: 1);

    /// <summary>What all nodes of one server share besides the database; null for places in the data folder.</summary>
    public string? KeysFolder { get; init; }

    public string? UploadsFolder { get; init; }

    /// <summary>Where new files go; null for the uploads folder.</summary>
    public BucketOptions? Bucket { get; init; }

    /// <summary>In megabytes; null for no limit of the server's own, but for one file's.</summary>
    public long? MaxFileMegabytes { get; init; }

    public long? QuotaMegabytes { get; init; }

    public long? PersonQuotaMegabytes { get; init; }

    /// <summary>Whether the pages that messages link to are looked at.</summary>
    public bool Previews { get; init; } = true;

    public OutsideOptions Outside { get; init; } = new();

    public Node Node { get; init; } = new(Node.DefaultName);

    public string Keys => KeysFolder ?? Data.At("keys");

    public string Uploads => UploadsFolder ?? Data.At("uploads");

    public PluginFolders Plugins => new(Data.At("plugins"), BundledPlugins ?? PluginFolders.Default, NoPlugins);

    public CoreOptions ForCore(TimeProvider time) => new()
    {
        SigningKey = SigningKey.Of(Keys),
        UploadsFolder = Uploads,
        Bucket = Bucket,
        MaxFileSize = MaxFileMegabytes * (1 << 20) ?? CoreOptions.DefaultMaxFileSize,
        StorageQuota = QuotaMegabytes * (1 << 20),
        PersonQuota = PersonQuotaMegabytes * (1 << 20),
        IsLoopback = IsLoopback,
        SignUp = SignUp,
        PublicUrl = PublicUrl ?? Hosts.Reachable(Urls[0]),
        Smtp = Smtp,
        Chats = Chats,
        Messages = Messages,
        Personal = Personal,
        Previews = Previews,
        Outside = Outside,
        Time = time,
    };

    public bool IsLoopback => Urls.All(url => Hosts.IsLoopback(BindingAddress.Parse(url).Host));
}
