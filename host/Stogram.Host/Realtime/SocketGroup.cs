using Microsoft.AspNetCore.SignalR;

namespace Stogram.Host.Realtime;

/// <summary>The sockets of this node that hear one chat. Ends with its last member, so that idle chats cost nothing.</summary>
internal sealed class SocketGroup
{
    private readonly Dictionary<string, HubConnectionContext> members = [];

    private readonly Lock gate = new();

    // Walked for every event and changed now and then. Null after a change, so that a thousand who join one after the other
    // are listed once.
    private volatile HubConnectionContext[]? listed;

    private bool isOver;

    public HubConnectionContext[] Members => listed ?? List();

    /// <summary>False if the group has ended meanwhile.</summary>
    public bool Add(HubConnectionContext connection)
    {
        lock (gate)
        {
            if (!isOver)
            {
                members[connection.ConnectionId] = connection;
                listed = null;
            }

            return !isOver;
        }
    }

    /// <summary>True if nobody is left: the group has ended.</summary>
    public bool Remove(string connectionId)
    {
        lock (gate)
        {
            members.Remove(connectionId);
            listed = null;
            return isOver = members.Count == 0;
        }
    }

    private HubConnectionContext[] List()
    {
        lock (gate)
        {
            return listed = [.. members.Values];
        }
    }
}
