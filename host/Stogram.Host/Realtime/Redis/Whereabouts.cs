using Microsoft.EntityFrameworkCore;
using Stogram.Core.Presence;
using Stogram.Core.Storage;
using Stogram.Core.Users;
using Stogram.Host.Startup;

namespace Stogram.Host.Realtime.Redis;

/// <summary>
/// Who is on which node: a set per node that goes when the node dies. Whoever is said to be here and is in no set, is
/// not here: their node died, or all did.
/// </summary>
internal sealed class Whereabouts(
    RedisSettings settings,
    Node node,
    Relay relay,
    Connections connections,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<Whereabouts> log) : BackgroundService, IWhereabouts
{
    private const string Nodes = "nodes";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Since when this Redis is the one: before an expiry has passed, one that came back empty has not heard from all
    /// nodes who is with them, and nobody is called gone.
    /// </summary>
    private RedisLink? known;

    private long knownAt;

    public async Task Arrived(Guid userId)
    {
        if (relay.Up is { } link)
        {
            await Try(() => Say(link, [userId]));
        }
    }

    public async Task<bool> IsGone(Guid userId)
    {
        var isGone = false;
        if (relay.Up is { } link && link == known && time.GetElapsedTime(knownAt) > settings.NodeExpiry)
        {
            await Try(async () =>
            {
                await link.Remove(Set(node.Id), userId);
                var found = await Task.WhenAll((await link.Members(Nodes)).Select(other => link.Contains(Set(other), userId)));
                isGone = !found.Contains(true);
            });
        }

        return isGone;
    }

    public override async Task StopAsync(CancellationToken cancellation)
    {
        await base.StopAsync(cancellation);
        if (relay.Up is { } link)
        {
            await Try(() => link.Delete(Set(node.Id)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(settings.NodeExpiry / 3);
        while (await timer.WaitForNextTickAsync(stopping).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            if (relay.Up is { } link)
            {
                await Try(() => Look(link, stopping));
            }
        }
    }

    private async Task Look(RedisLink link, CancellationToken stopping)
    {
        await Renew(link);
        if (link != known)
        {
            (known, knownAt) = (link, time.GetTimestamp());
        }

        if (time.GetElapsedTime(knownAt) > settings.NodeExpiry)
        {
            await Sweep(link, stopping);
        }
    }

    private async Task Renew(RedisLink link)
    {
        var here = connections.PeopleHere.ToHashSet();
        foreach (var gone in (await link.Members(Set(node.Id))).Where(userId => userId != node.Id && !here.Contains(userId)))
        {
            await link.Remove(Set(node.Id), gone);
        }

        await Say(link, here);
    }

    private Task Say(RedisLink link, IEnumerable<Guid> people) => Task.WhenAll(
        // Never empty, for an empty set is none and would look like a dead node's.
        link.Add(Set(node.Id), [node.Id, .. people]),
        link.Expire(Set(node.Id), settings.NodeExpiry),
        link.Add(Nodes, [node.Id]));

    private async Task Sweep(RedisLink link, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Read first: who comes is in a set before they are said to be here.
        var said = await scope.ServiceProvider.GetRequiredService<StogramContext>().Users
            .Where(user => user.Status != UserStatus.Offline).Select(user => user.Id).ToListAsync(stopping);
        var here = new HashSet<Guid>();
        foreach (var other in await link.Members(Nodes))
        {
            var people = (await link.Members(Set(other))).ToArray();
            here.UnionWith(people);
            if (people.Length == 0)
            {
                await link.Remove(Nodes, other);
            }
        }

        foreach (var userId in said.Where(userId => !here.Contains(userId)))
        {
            await scope.ServiceProvider.GetRequiredService<ChangeStatus>().Run(userId, UserStatus.Offline, stopping);
        }
    }

    /// <summary>Who is here is never worth failing for: the next look puts it right.</summary>
    private async Task Try(Func<Task> work)
    {
        try
        {
            await work().WaitAsync(Patience);
        }
        catch (Exception e)
        {
            log.LogDebug("Who is here cannot be told now ({Error})", e.GetType().Name);
        }
    }

    private static string Set(Guid nodeId) => $"here:{nodeId}";
}
