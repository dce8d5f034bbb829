using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stogram.Core.Storage;

namespace Stogram.Core.Discussions;

/// <summary>On every node: looks after discussions when something has happened here, and every second anyway.</summary>
internal sealed class KeepInStep(IServiceScopeFactory scopes, Outbox outbox, TimeProvider time, ILogger<KeepInStep> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>A busy server is not asked at each commit.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private readonly Channel<bool> happened = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        outbox.Written += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<FollowDiscussion>().Next(stoppingToken))
                {
                    await Wait(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Discussions have to wait: {Reason}", e.InnerException?.ToString() ?? e.Message);
                await Task.Delay(Tick, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        outbox.Written -= Wake;
    }

    private void Wake() => happened.Writer.TryWrite(true);

    private async Task Wait(CancellationToken cancellation)
    {
        await Task.Delay(Breath, time, cancellation);
        using var tick = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var woken = happened.Reader.WaitToReadAsync(tick.Token).AsTask();
        await Task.WhenAny(woken, Task.Delay(Tick, time, tick.Token));
        await tick.CancelAsync();
        await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        happened.Reader.TryRead(out _);
    }
}
