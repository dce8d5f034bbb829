using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Stogram.Host.Realtime;

/// <summary>
/// Writes events to the sockets of this node. SignalR's own manager waits for the slowest reader of a group; here
/// nobody waits. Writes to one socket keep their order, and a socket that falls too far behind is cut: its client
/// comes back and heals by sync, which costs less than buffering for it without bound.
/// </summary>
internal sealed class FanOut(ILogger<FanOut> log) : DefaultHubLifetimeManager<StogramHub>(log)
{
    /// <summary>Bytes that wait for one socket, besides the 64 kB in its pipe.</summary>
    private const int MostUnwritten = 2 << 20;

    private readonly ConcurrentDictionary<string, HubConnectionContext> sockets = [];

    private readonly ConcurrentDictionary<string, SocketGroup> groups = [];

    /// <summary>A group may have begun, or has ended.</summary>
    public event Action<string>? Changed;

    public IEnumerable<string> Groups => groups.Select(group => group.Key);

    public bool Hears(string groupName) => groups.ContainsKey(groupName);

    public ICollection<string> GroupsOf(string connectionId) =>
        sockets.TryGetValue(connectionId, out var connection) ? Of(connection).Groups : [];

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connection.Features.Set(new Backlog());
        sockets[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        sockets.TryRemove(connection.ConnectionId, out _);
        foreach (var group in Of(connection).Groups)
        {
            Leave(connection.ConnectionId, group);
        }

        return base.OnDisconnectedAsync(connection);
    }

    public override Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellation = default)
    {
        if (sockets.TryGetValue(connectionId, out var connection))
        {
            Of(connection).Add(groupName);
            while (!groups.GetOrAdd(groupName, _ => new()).Add(connection))
            {
                // The last one left this very moment and took the group along: join the next one of that name.
                Thread.Yield();
            }

            if (!sockets.ContainsKey(connectionId))
            {
                // It went while it joined: its departure may have looked before it was in the group.
                Leave(connectionId, groupName);
            }

            Changed?.Invoke(groupName);
        }

        return Task.CompletedTask;
    }

    public override Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellation = default)
    {
        if (sockets.TryGetValue(connectionId, out var connection))
        {
            Of(connection).Remove(groupName);
        }

        Leave(connectionId, groupName);
        return Task.CompletedTask;
    }

    public void Deliver(string groupName, Frame frame)
    {
        if (groups.TryGetValue(groupName, out var group))
        {
            var message = frame.Message;
            foreach (var connection in group.Members)
            {
                Write(connection, message, frame.Bytes.Length);
            }
        }
    }

    public void Deliver(IEnumerable<string> connectionIds, Frame frame)
    {
        var message = frame.Message;
        foreach (var id in connectionIds)
        {
            if (sockets.TryGetValue(id, out var connection))
            {
                Write(connection, message, frame.Bytes.Length);
            }
        }
    }

    private void Leave(string connectionId, string groupName)
    {
        if (groups.TryGetValue(groupName, out var group) && group.Remove(connectionId))
        {
            groups.TryRemove(new(groupName, group));
            Changed?.Invoke(groupName);
        }
    }

    private void Write(HubConnectionContext connection, SerializedHubMessage message, int size)
    {
        var write = connection.WriteAsync(message);
        if (!write.IsCompletedSuccessfully)
        {
            _ = Watch(connection, write, size);
        }
    }

    private async Task Watch(HubConnectionContext connection, ValueTask write, int size)
    {
        var backlog = Of(connection);
        var unwritten = Interlocked.Add(ref backlog.Unwritten, size);
        if (unwritten >= MostUnwritten && unwritten - size < MostUnwritten)
        {
            log.LogInformation("A socket of {UserId} reads too slowly and is cut", connection.UserIdentifier);
            connection.Abort();
        }

        try
        {
            await write;
        }
        catch (Exception e)
        {
            log.LogDebug(e, "A write to a socket failed");
        }

        Interlocked.Add(ref backlog.Unwritten, -size);
    }

    private static Backlog Of(HubConnectionContext connection) => connection.Features.Get<Backlog>()!;

    /// <summary>Small: there is one for every socket, and most are idle.</summary>
    private sealed class Backlog
    {
        private readonly HashSet<string> groups = [];

        public int Unwritten;

        public string[] Groups
        {
            get
            {
                lock (groups)
                {
                    return [.. groups];
                }
            }
        }

        public void Add(string group)
        {
            lock (groups)
            {
                groups.Add(group);
            }
        }

        public void Remove(string group)
        {
            lock (groups)
            {
                groups.Remove(group);
            }
        }
    }
}
