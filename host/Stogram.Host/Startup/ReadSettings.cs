using System.CommandLine;
using System.Net;
using Stogram.Core.Chats;
using Stogram.Core.Mail;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Host.Account;
using Stogram.Host.Backup;
using Stogram.Host.Doctor;
using Stogram.Host.Limits;
using Stogram.Host.Plugins.Authoring;
using Stogram.Host.Plugins.State;
using Stogram.Host.Realtime.Redis;
using Stogram.Host.Web;

namespace Stogram.Host.Startup;

/// <summary>The command line wins over the environment (<c>Stogram__Data</c> and so on).</summary>
internal static class ReadSettings
{
    public const string DefaultUrl = "http://localhost:5080";

    private static readonly (Option<string> Option, string Key)[] Known =
    [
        (Text("--data", "folder that holds everything Stogram keeps"), "Data"),
        (Text("--urls", $"addresses to listen on, separated by ';' (default {DefaultUrl})"), "Urls"),
        (Text("--public-url", "address under which people reach this server"), "PublicUrl"),
        (Text("--cert", "certificate for https (PEM)"), "Cert"),
        (Text("--key", "private key of the certificate (PEM)"), "Key"),
    ];

    private static readonly Option<bool> NoPlugins =
        new("--no-plugins") { Description = "safe mode: load no plugin, whatever is switched on" };

    private static readonly Option<string> DevPlugin =
        new("--plugin") { Description = "folder of a plugin that is built and taken over whenever it is saved; on this machine alone" };

    public static ParseResult Parse(string[] args)
    {
        var command = new RootCommand("Stogram, a self-hosted messenger.");
        foreach (var (option, _) in Known)
        {
            command.Options.Add(option);
        }

        command.Options.Add(NoPlugins);
        command.Options.Add(DevPlugin);
        command.Subcommands.Add(BackupCommand.Describe());
        command.Subcommands.Add(RestoreCommand.Describe());
        command.Subcommands.Add(AccountCommand.Describe());
        command.Subcommands.Add(DoctorCommand.Describe());
        // Without one, a command that has others below it cannot be called itself.
        command.SetAction(_ => { });
        var parsed = command.Parse(args);
        return parsed.Errors.Count == 0
            ? parsed
            : throw new StartupError($"{parsed.Errors[0].Message} See ./stogram help.");
    }

    public static HostSettings From(ParseResult parsed)
    {
        var given = Known
            .Select(known => KeyValuePair.Create($"Stogram:{known.Key}", parsed.GetValue(known.Option)))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value));
        var settings = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given)
            .Build()
            .GetSection("Stogram");
        return Checked(new HostSettings
        {
            Data = new DataFolder(settings["Data"] ?? DefaultData),
            Urls = [.. Split(settings["Urls"] ?? DefaultUrl, ';').Select(Url)],
            PublicUrl = PublicUrl(settings["PublicUrl"]),
            Cert = settings["Cert"],
            Key = settings["Key"],
            ConnectionString = settings["Database:ConnectionString"] ?? "",
            Redis = Redis(settings.GetSection("Redis")),
            RateLimits = LimitSettings.From(settings["RateLimits:Enabled"], settings["RateLimits:Factor"]),
            KeysFolder = settings["Keys:Folder"],
            UploadsFolder = settings["Uploads:Folder"],
            Bucket = StorageSettings.From(settings.GetSection("Storage:S3")),
            MaxFileMegabytes = StorageSettings.Megabytes(settings, "Storage:MaxFileMegabytes"),
            QuotaMegabytes = StorageSettings.Megabytes(settings, "Storage:QuotaMegabytes"),
            PersonQuotaMegabytes = StorageSettings.Megabytes(settings, "Storage:PersonQuotaMegabytes"),
            PostgresFolders = Split(settings["Postgres:Folders"] ?? "", ':'),
            SignUp = settings.GetValue<SignUpPolicy?>("SignUp"),
            TrustedProxies = Proxies.Read(Split(settings["TrustedProxies"] ?? "", ',')),
            Smtp = Smtp(settings.GetSection("Smtp")),
            BundledPlugins = settings["Plugins:Bundled"],
            Publishers = PublisherSettings.Read(settings.GetSection("Plugins")),
            PluginMemory = new((StorageSettings.Megabytes(settings, "Plugins:MemoryMegabytes") ?? PluginMemory.DefaultMegabytes) << 20),
            NoPlugins = parsed.GetValue(NoPlugins) || settings.GetValue<bool>("NoPlugins"),
            DevPlugin = parsed.GetValue(DevPlugin) is { } folder ? Plugins.Authoring.DevPlugin.In(folder, Console.WriteLine) : null,
            Chats = AmountSettings.Read<ChatLimits>(settings.GetSection("Limits")),
            Messages = AmountSettings.Read<MessageLimits>(settings.GetSection("Limits")),
            Personal = AmountSettings.Read<PersonalLimits>(settings.GetSection("Limits")),
            Previews = settings.GetValue<bool?>("Previews:Enabled") ?? true,
            Outside = new([.. Split(settings["Outside:Allow"] ?? "", ',').Select(Place)]),
            MinFreeMegabytes = settings.GetValue<int?>("MinFreeMegabytes"),
        });
    }

    private static string DefaultData => Environment.IsPrivilegedProcess ? "/var/lib/stogram" : "data";

    private static Option<string> Text(string name, string description) =>
        new(name) { Description = description, Recursive = true };

    private static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Url(string text)
    {
        try
        {
            var url = BindingAddress.Parse(text);
            var isPlain = !url.IsUnixPipe && !url.IsNamedPipe && url.PathBase is "" or "/";
            return isPlain && url.Scheme is "http" or "https" && url.Port is >= 0 and <= ushort.MaxValue
                ? url.ToString()
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new StartupError($"'{text}' is no address to listen on: write for example {DefaultUrl}.");
        }
    }

    private static IPEndPoint Place(string text) =>
        IPEndPoint.TryParse(text, out var place) && place.Port > 0
            ? place
            : throw new StartupError($"'{text}' in Stogram__Outside__Allow is no address and port: write for example 10.1.2.3:443.");

    private static string? PublicUrl(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? text?.TrimEnd('/')
            : throw new StartupError($"'{text}' is no public address: write for example https://chat.example.org.");

    private static RedisSettings? Redis(IConfiguration redis)
    {
        var settings = RedisSettings.From(redis["ConnectionString"]);
        return settings is null ? null : settings with { NodeExpiry = redis.GetValue<TimeSpan?>("NodeExpiry") ?? settings.NodeExpiry };
    }

    private static SmtpOptions? Smtp(IConfiguration smtp) => smtp["Host"] switch
    {
        null or "" => null,
        var host => new(
            host,
            smtp.GetValue<int?>("Port") ?? 587,
            smtp["From"] ?? throw new StartupError("Stogram__Smtp__From is missing: name the address that letters come from."),
            smtp["User"],
            smtp["Password"],
            smtp.GetValue<bool?>("Tls") ?? true),
    };

    private static HostSettings Checked(HostSettings settings)
    {
        if (settings.Urls.Count == 0)
        {
            throw new StartupError($"--urls is empty: write for example {DefaultUrl}.");
        }

        if (settings.Urls.Any(url => url.StartsWith("https:")) && settings.Cert is null)
        {
            throw new StartupError("https needs a certificate: name it with --cert and --key.");
        }

        if (settings is { DevPlugin: not null, IsLoopback: false })
        {
            throw new StartupError("--plugin runs whatever is saved: it is for this machine alone, so leave --urls at localhost.");
        }

        var missing = new[] { settings.Cert, settings.Key }.FirstOrDefault(file => file is not null && !File.Exists(file));
        return missing is null ? settings : throw new StartupError($"There is no file {missing}.");
    }
}
