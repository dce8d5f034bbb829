using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>Which plugins need which, as their manifests say.</summary>
internal sealed class Requirements(InstalledPlugins plugins)
{
    /// <summary>Each after those it needs; those that go in a circle in any order, for none of them starts.</summary>
    public IReadOnlyList<InstalledPlugin> InOrder()
    {
        var ordered = new List<InstalledPlugin>();
        var seen = new HashSet<string>();
        foreach (var plugin in plugins.All)
        {
            Visit(plugin);
        }

        return ordered;

        void Visit(InstalledPlugin plugin)
        {
            if (seen.Add(plugin.Id))
            {
                foreach (var needed in Direct(plugin))
                {
                    Visit(needed);
                }

                ordered.Add(plugin);
            }
        }
    }

    /// <summary>All that a plugin needs, those first that others of them need.</summary>
    public IReadOnlyList<InstalledPlugin> NeededBy(InstalledPlugin plugin) =>
        [.. InOrder().Where(other => other != plugin && Reaches(plugin, other.Id))];

    /// <summary>All that need it, those first that need others of them.</summary>
    public IReadOnlyList<InstalledPlugin> DependentsOf(InstalledPlugin plugin) =>
        [.. InOrder().Reverse().Where(other => other != plugin && Reaches(other, plugin.Id))];

    /// <summary>Why it cannot run on this node now; null where it can.</summary>
    public string? Unmet(InstalledPlugin plugin)
    {
        if (Reaches(plugin, plugin.Id))
        {
            return $"It needs {string.Join(", ", plugin.Package.Info.Requires.Keys)}, and is needed there: a circle.";
        }

        return plugin.Package.Info.Requires.Select(need => Unmet(need.Key, need.Value)).FirstOrDefault(unmet => unmet is not null);
    }

    /// <summary>Why a requirement is not met, whether or not anything runs.</summary>
    private string? Unmet(string id, string range) => plugins.Find(id) switch
    {
        null => $"It needs {id} {range}, which is not installed.",
        { } other when !Fits(other, range) => $"It needs {id} {range}, and {other.Package.Info.Version} is installed.",
        { Activation: null } => $"It needs {id}, which is not running.",
        _ => null,
    };

    private static bool Fits(InstalledPlugin other, string range) =>
        ContractRange.Holds(range, SemanticVersion.Parse(other.Package.Info.Version).Core);

    private IEnumerable<InstalledPlugin> Direct(InstalledPlugin plugin) =>
        plugin.Package.Info.Requires.Keys.Select(plugins.Find).OfType<InstalledPlugin>();

    private bool Reaches(InstalledPlugin from, string id)
    {
        var seen = new HashSet<string>();
        var next = new Stack<InstalledPlugin>([from]);
        while (next.TryPop(out var plugin))
        {
            foreach (var needed in Direct(plugin))
            {
                if (needed.Id == id)
                {
                    return true;
                }

                if (seen.Add(needed.Id))
                {
                    next.Push(needed);
                }
            }
        }

        return false;
    }
}
