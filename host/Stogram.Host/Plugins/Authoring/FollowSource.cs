using System.Diagnostics;
using System.Globalization;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Plugins.Authoring;

/// <summary>Builds the plugin whenever something of it is saved, and takes it over. What does not build leaves the last one running.</summary>
internal sealed class FollowSource(DevPlugin dev, TakeBuild take, InstalledPlugins plugins) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly BuildPlugin build = new(dev);

    private string? id;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var source = new WatchSource(dev.Folder);
        for (IReadOnlySet<string>? saved = null; ; saved = await source.Next(Look, stoppingToken))
        {
            try
            {
                await (saved is { Count: 0 } ? SwitchOn(stoppingToken) : Renew(saved, stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is, the next save may mend it: an exception that leaves here would stop the host.
                dev.Say($"{dev.Name}: {e.Message}");
            }
        }
    }

    private async Task Renew(IReadOnlySet<string>? saved, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("stogram-build-");
        try
        {
            if (await build.Run(folder.FullName, saved, cancellation) is not { } package)
            {
                dev.Say($"{dev.Name} does not build{(id is null ? "" : "; what ran before goes on")}. Waiting for the next save.");
            }
            else
            {
                var plugin = await take.Run(package, cancellation);
                id = plugin?.Id ?? id;
                if (plugin?.Package.LeakRisks is { Count: > 0 } risks)
                {
                    dev.Say($"{dev.Name} may stay in memory once it is off: it uses {string.Join(", ", risks)}. See \"Leaving memory\" in docs/write-a-plugin.md.");
                }

                dev.Say(plugin is null ? $"{dev.Name} is what ran before." : Words(plugin, Stopwatch.GetElapsedTime(since)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task SwitchOn(CancellationToken cancellation)
    {
        if (id is not null && plugins.Find(id) is { Activation: null } plugin && await take.SwitchOn(plugin, cancellation))
        {
            dev.Say($"{dev.Name} is switched on.");
        }
    }

    private string Words(InstalledPlugin plugin, TimeSpan took) => plugin switch
    {
        { Reason: { } reason } => $"{dev.Name}: {reason}",
        { State: PluginState.Running } => string.Create(CultureInfo.InvariantCulture, $"{dev.Name} runs as it was saved ({took.TotalSeconds:0.0} s)."),
        _ => $"{dev.Name} is built. It is off: it is switched on for the first account, and from then on in /admin/plugins.",
    };
}
