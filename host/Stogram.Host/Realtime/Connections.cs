using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Shared;

namespace Stogram.Host.Realtime;

/// <summary>One live socket: whose it is, and the line its messages stand in.</summary>
internal sealed class Connection(HubCallerContext context, Caller caller)
{
    private readonly Lock gate = new();

    private Task last = Task.CompletedTask;

    public string Id => context.ConnectionId;

    public Caller Caller => caller;

    public CancellationToken Closed => context.ConnectionAborted;

    public void Cut() => context.Abort();

    /// <summary>Runs after everything that was put in line before, in the order of arrival.</summary>
    public Task<T> InLine<T>(Func<Task<T>> work)
    {
        lock (gate)
        {
            var next = After(last, work);
            last = next;
            return next;
        }
    }

    private static async Task<T> After<T>(Task previous, Func<Task<T>> work)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await work();
    }
}

/// <summary>The sockets of this node, by person and by session.</summary>
internal sealed class Connections
{
    private readonly ConcurrentDictionary<string, Connection> all = [];

    private readonly ConcurrentDictionary<Guid, PersonConnections> people = [];

    /// <summary>Somebody's socket came or went.</summary>
    public event Action<Guid>? Changed;

    public void Add(Connection connection)
    {
        all[connection.Id] = connection;
        Of(connection.Caller.UserId).Add(connection);
        Changed?.Invoke(connection.Caller.UserId);
    }

    public void Remove(Connection connection)
    {
        all.TryRemove(connection.Id, out _);
        Of(connection.Caller.UserId).Remove(connection);
        Changed?.Invoke(connection.Caller.UserId);
    }

    public ICollection<Connection> All => all.Values;

    public bool IsHere(Guid userId) => people.TryGetValue(userId, out var person) && person.IsHere;

    public IEnumerable<Guid> PeopleHere => all.Values.Select(connection => connection.Caller.UserId).Distinct();

    public Connection? Find(string connectionId) => all.GetValueOrDefault(connectionId);

    public PersonConnections Of(Guid userId) => people.GetOrAdd(userId, _ => new());

    public IEnumerable<Connection> OfSession(Guid sessionId) =>
        all.Values.Where(connection => connection.Caller.SessionId == sessionId);
}

/// <summary>
/// A person's sockets, and a turn that joining and leaving chats take: a socket that is reading its memberships and a
/// removal cannot pass each other, so nobody keeps a chat they were removed from.
/// </summary>
internal sealed class PersonConnections
{
    private readonly ConcurrentDictionary<string, Connection> connections = [];

    private readonly SemaphoreSlim turn = new(1);

    public IEnumerable<Connection> All => connections.Values;

    public bool IsHere => !connections.IsEmpty;

    public async Task<IDisposable> Take(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public void Add(Connection connection) => connections[connection.Id] = connection;

    public void Remove(Connection connection) => connections.TryRemove(connection.Id, out _);

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
