using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Stogram.Core.Messages;

/// <summary>Every second on every node: sends what is due, takes away what is over.</summary>
internal sealed class KeepTime(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeepTime> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // Apart from each other: neither waits for the other's backlog.
        await Task.WhenAll(
            Repeat<DeliverScheduled>("Scheduled messages", (verb, cancellation) => verb.Next(cancellation), stoppingToken),
            Repeat<ExpireMessages>("Messages whose time is over", (verb, cancellation) => verb.Next(cancellation), stoppingToken));
    }

    private async Task Repeat<TVerb>(string what, Func<TVerb, CancellationToken, Task<bool>> next, CancellationToken cancellation)
        where TVerb : notnull
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await next(scope.ServiceProvider.GetRequiredService<TVerb>(), cancellation))
                {
                    continue;
                }
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                log.LogWarning("{What} have to wait: {Reason}", what, e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Tick, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
