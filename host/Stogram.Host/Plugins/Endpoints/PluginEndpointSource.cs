using Microsoft.Extensions.Primitives;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>
/// The routes of all running plugins. A change swaps the whole list and then tells the router, so a request meets the
/// old routes or the new ones.
/// </summary>
internal sealed class PluginEndpointSource : EndpointDataSource
{
    private readonly Lock gate = new();

    private readonly Lock swapping = new();

    private CancellationTokenSource changed = new();

    private IReadOnlyList<Endpoint> endpoints = [];

    private bool isClosed;

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (gate)
            {
                return endpoints;
            }
        }
    }

    public override IChangeToken GetChangeToken()
    {
        lock (gate)
        {
            return new CancellationChangeToken(changed.Token);
        }
    }

    /// <summary>
    /// Has ASP.NET Core drop what it remembers by endpoint. A request that was matched before a swap and authorized
    /// after it puts the old endpoint into the new memory (authorization's cache of policies), where it would stay.
    /// </summary>
    public void Refresh() => Swap(null);

    public void Replace(IReadOnlyList<Endpoint> next) => Swap(next);

    /// <summary>
    /// The server has stopped: nobody is told of anything any more. While the router is disposed of, it waits for what it is
    /// being told, and what it is being told waits for the router.
    /// </summary>
    public void Close()
    {
        lock (swapping)
        {
            isClosed = true;
        }
    }

    private void Swap(IReadOnlyList<Endpoint>? next)
    {
        // One after the other, the router's part included: while it takes in one change it hears of the next only
        // afterwards, and whoever made that next one would return before its routes are there.
        lock (swapping)
        {
            if (isClosed)
            {
                return;
            }

            CancellationTokenSource before;
            lock (gate)
            {
                (before, changed) = (changed, new());
                endpoints = next ?? endpoints;
            }

            before.Cancel();
        }
    }
}
