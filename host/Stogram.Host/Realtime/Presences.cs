using System.Collections.Concurrent;
using Stogram.Core.Presence;
using Stogram.Core.Users;

namespace Stogram.Host.Realtime;

/// <summary>Somebody is here while a socket of theirs is open, and for a moment after: a reload is not a departure.</summary>
internal sealed class Presences(
    Connections connections,
    IWhereabouts whereabouts,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    ILogger<Presences> log)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> leaving = [];

    public async Task Arrived(Guid userId)
    {
        if (leaving.TryRemove(userId, out var departure))
        {
            departure.Cancel();
        }

        await whereabouts.Arrived(userId);
        await Change(userId, UserStatus.Online);
    }

    public void Left(Guid userId)
    {
        if (!connections.Of(userId).IsHere)
        {
            // Where the server stops, the next start says who is gone.
            var departure = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            leaving[userId] = departure;
            _ = Depart(userId, departure);
        }
    }

    private async Task Depart(Guid userId, CancellationTokenSource departure)
    {
        await Task.Delay(Moment, departure.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!departure.IsCancellationRequested && !connections.Of(userId).IsHere)
        {
            leaving.TryRemove(new(userId, departure));
            if (await whereabouts.IsGone(userId))
            {
                await Change(userId, UserStatus.Offline);
            }
        }

        departure.Dispose();
    }

    private async Task Change(Guid userId, UserStatus status)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ChangeStatus>().Run(userId, status, CancellationToken.None);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody's connection hangs on whether others see that they are here.
            log.LogWarning(e, "The status of {UserId} could not be changed", userId);
        }
    }
}
