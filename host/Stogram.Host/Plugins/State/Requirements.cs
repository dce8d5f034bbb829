using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <summary>Which plugins need which, and which make use of which, as their manifests say.</summary>
internal sealed class Requirements(InstalledPlugins plugins)
{
    /// <summary>
    /// Each after those it needs, and after those it makes use of unless they come back to it; those that need each other in
    /// a circle in any order, for none of them starts.
    /// </summary>
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
                foreach (var other in Needs(plugin).Concat(Uses(plugin).Where(one => !Reaches(one, plugin.Id, Both))))
                {
                    Visit(other);
                }

                ordered.Add(plugin);
            }
        }
    }

    /// <summary>All that a plugin needs, those first that others of them need.</summary>
    public IReadOnlyList<InstalledPlugin> NeededBy(InstalledPlugin plugin) =>
        [.. InOrder().Where(other => other != plugin && Reaches(plugin, other.Id, Needs))];

    /// <summary>All that need it, those first that need others of them.</summary>
    public IReadOnlyList<InstalledPlugin> DependentsOf(InstalledPlugin plugin) =>
        [.. InOrder().Reverse().Where(other => other != plugin && Reaches(other, plugin.Id, Needs))];

    /// <summary>Why it cannot run on this node now; null where it can.</summary>
    public string? Unmet(InstalledPlugin plugin)
    {
        if (Reaches(plugin, plugin.Id, Needs))
        {
            return $"It needs {string.Join(", ", plugin.Package.Info.Requires.Keys)}, and is needed there: a circle.";
        }

        return plugin.Package.Info.Requires.Select(need => Unmet(need.Key, need.Value)).FirstOrDefault(unmet => unmet is not null);
    }

    /// <summary>What it goes on without although it is here: null where there is nothing of that kind.</summary>
    public string? Ignored(InstalledPlugin plugin) => plugin.Package.Info.Optional
        .Where(use => plugins.Find(use.Key) is { } other && !Fits(other, use.Value))
        .Select(use => $"It goes on without {use.Key}: it can use {use.Value}, and {plugins.Find(use.Key)?.Package.Info.Version} is installed.")
        .FirstOrDefault();

    /// <summary>Those it makes use of that run here in a version it can use.</summary>
    public IEnumerable<Activation> InUse(Activation activation) => activation.Package.Info.Optional
        .Select(use => plugins.Find(use.Key) is { Activation: { } running } other && Fits(other, use.Value) ? running : null)
        .OfType<Activation>();

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

    private IEnumerable<InstalledPlugin> Needs(InstalledPlugin plugin) =>
        plugin.Package.Info.Requires.Keys.Select(plugins.Find).OfType<InstalledPlugin>();

    private IEnumerable<InstalledPlugin> Uses(InstalledPlugin plugin) =>
        plugin.Package.Info.Optional.Keys.Select(plugins.Find).OfType<InstalledPlugin>();

    private IEnumerable<InstalledPlugin> Both(InstalledPlugin plugin) => Needs(plugin).Concat(Uses(plugin));

    private static bool Reaches(InstalledPlugin from, string id, Func<InstalledPlugin, IEnumerable<InstalledPlugin>> next)
    {
        var seen = new HashSet<string>();
        var left = new Stack<InstalledPlugin>([from]);
        while (left.TryPop(out var plugin))
        {
            foreach (var other in next(plugin))
            {
                if (other.Id == id)
                {
                    return true;
                }

                if (seen.Add(other.Id))
                {
                    left.Push(other);
                }
            }
        }

        return false;
    }
}
