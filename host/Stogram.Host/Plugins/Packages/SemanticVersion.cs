namespace Stogram.Host.Plugins.Packages;

/// <summary>Orders versions as semver.org does, as far as plugins need: a pre-release comes before its release.</summary>
internal readonly record struct SemanticVersion(Version Core, string? PreRelease) : IComparable<SemanticVersion>
{
    public static SemanticVersion Parse(string text) => text.Split('-', 2) is [var core, var pre]
        ? new(Version.Parse(core), pre)
        : new(Version.Parse(text), null);

    public int CompareTo(SemanticVersion other) => Core.CompareTo(other.Core) is var order and not 0
        ? order
        : (PreRelease, other.PreRelease) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => string.CompareOrdinal(PreRelease, other.PreRelease),
        };
}
