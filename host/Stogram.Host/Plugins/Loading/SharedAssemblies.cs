using Microsoft.AspNetCore.Builder;

namespace Stogram.Host.Plugins.Loading;

/// <summary>
/// What a plugin always gets from the host, even if it ships its own: the contract, the shared frameworks, and the
/// database libraries (a private copy of those never unloads). Everything else is the plugin's own.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly HashSet<string> Framework =
    [
        .. new[] { typeof(object), typeof(WebApplication) }
            .SelectMany(type => Directory.EnumerateFiles(Path.GetDirectoryName(type.Assembly.Location)!, "*.dll"))
            .Select(file => Path.GetFileNameWithoutExtension(file)),
    ];

    public static bool Contains(string name) =>
        name is "Stogram.Plugins" or "Npgsql" or "Npgsql.EntityFrameworkCore.PostgreSQL"
        || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        || Framework.Contains(name);
}
