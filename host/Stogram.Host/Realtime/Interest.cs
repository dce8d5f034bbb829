namespace Stogram.Host.Realtime;

/// <summary>
/// Which events of other nodes this node needs: those for its sockets. Only that something may have changed is noted;
/// what is wanted is looked up when it is acted upon, so that begin and end cannot be confused.
/// </summary>
internal sealed class Interest
{
    private readonly Lock gate = new();

    private readonly LocalBus bus;

    private readonly FanOut fanOut;

    private readonly Connections connections;

    private readonly SemaphoreSlim wake = new(0, 1);

    private HashSet<string> changed = [];

    private TaskCompletionSource done = Completed();

    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool isFollowed;

    public Interest(LocalBus bus, FanOut fanOut, Connections connections)
    {
        (this.bus, this.fanOut, this.connections) = (bus, fanOut, connections);
        fanOut.Changed += Look;
        connections.Changed += userId => Look(Address.User(userId));
    }

    /// <summary>
    /// Once what the sockets of this node need by now is heard from other nodes, or there is no way to hear it: then a
    /// later return makes everybody sync.
    /// </summary>
    public Task Settled()
    {
        lock (gate)
        {
            return changed.Count > 0 ? next.Task : done.Task;
        }
    }

    /// <summary>Subscribes and unsubscribes until it fails or is cancelled, beginning with all that is wanted now.</summary>
    public async Task Follow(Func<string, Task> subscribe, Func<string, Task> unsubscribe, CancellationToken cancellation)
    {
        var heard = new HashSet<string>();
        try
        {
            lock (gate)
            {
                isFollowed = true;
                changed.UnionWith(fanOut.Groups);
                changed.UnionWith(connections.PeopleHere.Select(Address.User));
            }

            while (true)
            {
                await Apply(Take(), heard, subscribe, unsubscribe);
                await wake.WaitAsync(cancellation);
            }
        }
        finally
        {
            Stop();
        }
    }

    private async Task Apply(
        HashSet<string> addresses, HashSet<string> heard, Func<string, Task> subscribe, Func<string, Task> unsubscribe)
    {
        var wanted = addresses.ToLookup(bus.Hears);
        await Task.WhenAll([
            .. wanted[true].Where(heard.Add).Select(subscribe),
            .. wanted[false].Where(heard.Remove).Select(unsubscribe),
        ]);
        done.SetResult();
    }

    private HashSet<string> Take()
    {
        lock (gate)
        {
            var taken = changed;
            changed = [];
            done = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return taken;
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            isFollowed = false;
            changed = [];
            done.TrySetResult();
            next.TrySetResult();
            done = Completed();
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Look(string address)
    {
        lock (gate)
        {
            if (!isFollowed || !changed.Add(address) || wake.CurrentCount > 0)
            {
                return;
            }

            wake.Release();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
