using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Packages;

/// <summary>A plugin's files in a folder that never changes.</summary>
/// <param name="Hash">Of every file's name and content, in lower-case hex.</param>
internal sealed record PluginPackage(PluginInfo Info, string Folder, string Hash, SettingsSchema? Settings)
{
    public string EntryPath => Path.Combine(Folder, Info.Entry);

    /// <summary>What it may stay in memory for after it was switched off.</summary>
    public IReadOnlyList<string> LeakRisks => field ??= Packages.LeakRisks.In(EntryPath);

    public string ShortHash => Hash[..16];
}
