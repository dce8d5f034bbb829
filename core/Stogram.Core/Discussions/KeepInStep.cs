using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stogram.Core.Storage;

namespace Stogram.Core.Discussions;

/// <summary>On every node: looks after discussions when something has happened here, and every second anyway.</summary>
internal sealed class KeepInStep(IServiceScopeFactory scopes, Outbox outbox, ILogger<KeepInStep> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>A busy server is not asked at each commit.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var written = new AwaitOutbox(outbox);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<FollowDiscussion>().Next(stoppingToken))
                {
                    await Task.Delay(Breath, stoppingToken);
                    await written.Run(Tick, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Discussions have to wait: {Reason}", e.InnerException?.ToString() ?? e.Message);
                await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }
}
