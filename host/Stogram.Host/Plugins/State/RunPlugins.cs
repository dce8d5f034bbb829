using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.Jobs;

namespace Stogram.Host.Plugins.State;

/// <summary>Installs what came with the server, then keeps this node as the organizations want it: on notice, and by looking.</summary>
internal sealed class RunPlugins(
    FollowCatalog catalog,
    InstalledPlugins plugins,
    Reconciler reconciler,
    NodeStates nodes,
    CostRows costs,
    TrimOutbox trim,
    JobSwitch jobs,
    JobStore queue,
    JobClock clock,
    NpgsqlDataSource database,
    ILogger<RunPlugins> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Before the first request: routes of installed plugins are known, the plugins themselves start later.</summary>
    public Task Prepare(CancellationToken cancellation) => catalog.Begin(cancellation);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await reconciler.Stop();
        try
        {
            await clock.Stop(cancellationToken);
            await nodes.Leave(cancellationToken);
            await costs.Leave(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            log.LogWarning("This node's plugin states stay in the database: {Reason}", e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A slow starter must not hold up the server's own start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, the server outlives it: an exception that leaves here would stop the host.
                log.LogWarning("Plugins cannot be looked after now: {Reason}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.Execute($"listen {PluginStore.Channel}", cancellation);
        await nodes.Enter(connection, cancellation);
        foreach (var plugin in plugins.All.Where(plugin => plugin.State != PluginState.Installed))
        {
            // While this node could not be seen, others may have taken back what it said.
            await nodes.Report(plugin, cancellation);
        }

        for (var round = 0; ; round++)
        {
            if (round % 12 == 0)
            {
                await nodes.ForgetKilled(cancellation);
            }

            await catalog.Run(cancellation);
            await reconciler.RunAll(cancellation);
            await jobs.LookAfter(plugins.Activations, cancellation);
            await costs.Tell(plugins.Activations, cancellation);
            if (round % 12 == 0)
            {
                await trim.Run(cancellation);
                await queue.Trim(cancellation);
            }

            await connection.WaitAsync(Look, cancellation);
        }
    }
}
