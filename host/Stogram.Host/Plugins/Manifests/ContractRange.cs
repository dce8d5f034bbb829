using System.Globalization;

namespace Stogram.Host.Plugins.Manifests;

/// <summary>
/// Which versions of the contract a plugin was built for. <c>^1.2</c> is 1.2 or later below 2; below 1.0 every minor
/// may break, so <c>^0.1</c> is 0.1 alone, whatever its patch. Without the caret: that minor, that patch or later.
/// </summary>
internal static class ContractRange
{
    public static readonly Version Current = Read(
        typeof(Stogram.Plugins.IPlugin).Assembly
            .GetCustomAttributes(typeof(System.Reflection.AssemblyFileVersionAttribute), false)
            .OfType<System.Reflection.AssemblyFileVersionAttribute>().Single().Version);

    public static bool Holds(string range, Version contract)
    {
        var wanted = Read(range.TrimStart('^'));
        var sameMajor = wanted.Major == contract.Major;
        return contract >= wanted && sameMajor
            && (wanted.Minor == contract.Minor || (range.StartsWith('^') && wanted.Major > 0));
    }

    private static Version Read(string text)
    {
        var parts = text.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts[1], parts.Length > 2 ? parts[2] : 0);
    }
}
