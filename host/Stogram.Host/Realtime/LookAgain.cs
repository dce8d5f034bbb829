using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Sessions;

namespace Stogram.Host.Realtime;

/// <summary>
/// Brings this node's sockets to what the database says: of the memberships and sessions that changed, or of all. Read
/// under the person's turn, so that a change made on this node meanwhile is not undone by an older reading.
/// </summary>
internal sealed class LookAgain(
    FanOut fanOut, Connections connections, LocalBus bus, Interest interest, SyncRequired sync, IServiceScopeFactory scopes)
{
    private const int PeopleAtOnce = 200;

    public async Task AtSome(IReadOnlyList<ControlRow> rows, CancellationToken cancellation)
    {
        await CutEnded(rows.Where(row => row.SessionId is not null).Select(row => row.SessionId!.Value), cancellation);
        var changed = new List<Connection>();
        foreach (var person in rows.Where(row => row.SessionId is null).GroupBy(row => row.UserId, row => row.ChatId))
        {
            if (connections.IsHere(person.Key))
            {
                changed.AddRange(await Align(person.Key, [.. person.Distinct()], cancellation));
            }
        }

        if (changed.Count > 0)
        {
            // Changed by another node: what it told before this one had looked was missed.
            await interest.Settled();
            sync.Tell(changed);
        }
    }

    public async Task AtAll(CancellationToken cancellation)
    {
        await CutEnded(connections.All.Select(connection => connection.Caller.SessionId), cancellation);
        foreach (var people in connections.PeopleHere.Order().Chunk(PeopleAtOnce))
        {
            await AlignAll(people, cancellation);
        }
    }

    private async Task CutEnded(IEnumerable<Guid> sessionIds, CancellationToken cancellation)
    {
        var here = sessionIds.Distinct().Where(id => connections.OfSession(id).Any()).ToArray();
        if (here.Length > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            var live = await scope.ServiceProvider.GetRequiredService<LiveSession>().Among(here, cancellation);
            await Task.WhenAll(here.Where(id => !live.Contains(id)).Select(bus.Cut));
        }
    }

    /// <summary>The sockets that were not where they belong.</summary>
    private async Task<List<Connection>> Align(Guid userId, Guid[] chatIds, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var turn = await connections.Of(userId).Take(cancellation);
        var mine = await scope.ServiceProvider.GetRequiredService<Membership>().Among(userId, chatIds, cancellation);
        return await Align(userId, chatIds.Select(Address.Chat), [.. mine.Select(Address.Chat)]);
    }

    private async Task AlignAll(Guid[] people, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var turns = new List<IDisposable>();
        try
        {
            // Nobody else holds more than one turn, so holding many waits for nobody who waits for us.
            foreach (var userId in people)
            {
                turns.Add(await connections.Of(userId).Take(cancellation));
            }

            var all = await scope.ServiceProvider.GetRequiredService<Membership>().OfPeople(people, cancellation);
            var chats = all.ToLookup(one => one.UserId, one => Address.Chat(one.ChatId));
            foreach (var userId in people)
            {
                var heard = connections.Of(userId).All.SelectMany(connection => fanOut.GroupsOf(connection.Id)).Where(Address.IsChat);
                await Align(userId, heard.Union(chats[userId]), [.. chats[userId]]);
            }
        }
        finally
        {
            turns.ForEach(turn => turn.Dispose());
        }
    }

    private async Task<List<Connection>> Align(Guid userId, IEnumerable<string> chats, HashSet<string> mine)
    {
        var changed = new List<Connection>();
        var all = chats.ToArray();
        foreach (var connection in connections.Of(userId).All)
        {
            var heard = fanOut.GroupsOf(connection.Id).ToHashSet();
            var wrong = all.Where(chat => mine.Contains(chat) != heard.Contains(chat)).ToArray();
            foreach (var chat in wrong)
            {
                await (mine.Contains(chat)
                    ? fanOut.AddToGroupAsync(connection.Id, chat)
                    : fanOut.RemoveFromGroupAsync(connection.Id, chat));
            }

            if (wrong.Length > 0)
            {
                changed.Add(connection);
            }
        }

        return changed;
    }
}
