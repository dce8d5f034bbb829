using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Stogram.Host.Realtime;

/// <summary>The sockets of this node that hear one chat. Ends with its last member, so that idle chats cost nothing.</summary>
internal sealed class SocketGroup
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> members = [];

    private readonly Lock gate = new();

    private bool isOver;

    public IEnumerable<HubConnectionContext> Members => members.Select(member => member.Value);

    /// <summary>False if the group has ended meanwhile.</summary>
    public bool Add(HubConnectionContext connection)
    {
        lock (gate)
        {
            if (!isOver)
            {
                members[connection.ConnectionId] = connection;
            }

            return !isOver;
        }
    }

    /// <summary>True if nobody is left: the group has ended.</summary>
    public bool Remove(string connectionId)
    {
        lock (gate)
        {
            members.TryRemove(connectionId, out _);
            return isOver = members.IsEmpty;
        }
    }
}
