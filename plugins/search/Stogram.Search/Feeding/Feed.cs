using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Stogram.Search.Feeding;

/// <summary>
/// Keeps the index up with the chats: those where something happened first, then those that are behind, which are all of
/// them when it is first switched on. Several nodes may do so at once.
/// </summary>
internal sealed class Feed(IndexChats index, FindBehind behind, TimeProvider time, ILogger<Feed> log)
{
    // What is said in between is indexed together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    // Events tell where to look; this finds what a crash has kept from us.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();

    private readonly SemaphoreSlim wake = new(0, 1);

    private readonly CancellationTokenSource stop = new();

    private readonly HashSet<Guid> organizations = [];

    private readonly HashSet<Guid> changed = [];

    private volatile bool isBehind = true;

    private Task running = Task.CompletedTask;

    public void Start()
    {
        // Nothing of the request that switched the plugin on may live on in here.
        using var cut = ExecutionContext.SuppressFlow();
        running = Task.Run(Run);
    }

    public async Task Stop()
    {
        await stop.CancelAsync();
        await running;
    }

    public void Add(Guid organizationId)
    {
        lock (gate)
        {
            organizations.Add(organizationId);
        }

        LookEverywhere();
    }

    public void Remove(Guid organizationId)
    {
        lock (gate)
        {
            organizations.Remove(organizationId);
        }
    }

    public void Look(Guid chatId)
    {
        lock (gate)
        {
            changed.Add(chatId);
        }

        Wake();
    }

    public void LookEverywhere()
    {
        isBehind = true;
        Wake();
    }

    private void Wake()
    {
        lock (gate)
        {
            if (wake.CurrentCount == 0)
            {
                wake.Release();
            }
        }
    }

    private async Task Run()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Turn();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was: an index that is kept up by nobody would say nothing of it.
                log.LogWarning("The search index cannot be kept up now: {Reason}", e.Message);
                isBehind = true;
                await Task.Delay(TimeSpan.FromSeconds(1), time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Turn()
    {
        var (chats, mine) = Take();
        if (chats.Length > 0)
        {
            foreach (var chatId in await index.Run(mine, chats, stop.Token))
            {
                Look(chatId);
            }

            await Task.Delay(Gather, time, stop.Token);
        }
        else if (isBehind)
        {
            await CatchUp(mine);
        }
        else if (!await wake.WaitAsync(LookAnyway, stop.Token))
        {
            isBehind = true;
        }
    }

    /// <summary>As long at rest as at work: it is in nobody's way.</summary>
    private async Task CatchUp(Guid[] mine)
    {
        isBehind = false;
        var worked = Stopwatch.StartNew();
        if (await behind.Run(mine, stop.Token) is { Length: > 0 } chats)
        {
            await index.Run(mine, chats, stop.Token);
            isBehind = true;
            await wake.WaitAsync(worked.Elapsed, stop.Token);
        }
    }

    private (Guid[] Chats, Guid[] Organizations) Take()
    {
        lock (gate)
        {
            var taken = changed.Take(IndexChats.AtOnce).ToArray();
            changed.ExceptWith(taken);
            return (taken, [.. organizations]);
        }
    }
}
