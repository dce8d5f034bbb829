using System.Security.Cryptography;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Startup;

/// <summary><c>Plugins:Publishers:NAME</c> names a file with a public key, <c>Plugins:RequireSignature</c> demands one of them.</summary>
internal static class PublisherSettings
{
    public static Publishers Read(IConfigurationSection plugins)
    {
        Publisher[] known = [.. plugins.GetSection("Publishers").GetChildren().Select(one => Publisher(one.Key, one.Value ?? ""))];
        var required = plugins.GetValue<bool>("RequireSignature");
        return required && known.Length == 0
            ? throw new StartupError("Stogram__Plugins__RequireSignature is on and nobody is trusted: name a public key in Stogram__Plugins__Publishers__NAME.")
            : new(known, required);
    }

    private static Publisher Publisher(string name, string file)
    {
        try
        {
            return Plugins.Packages.Publisher.Read(name, File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new StartupError($"Stogram__Plugins__Publishers__{name}: {file} is not a file with an EC public key (PEM): {e.Message}");
        }
    }
}
