using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Convergence;

/// <summary>One chat as a client holds it.</summary>
internal sealed class ChatCopy
{
    private readonly SortedDictionary<long, (long Rev, string Text)> messages = [];

    private readonly Dictionary<Guid, (long Rev, bool IsHere)> members = [];

    private readonly HashSet<long> hidden = [];

    /// <summary>Everything up to here is held.</summary>
    public long Rev { get; private set; }

    public string Cursor { get; private set; } = "";

    /// <summary>Messages from here on are all held.</summary>
    public long From { get; private set; } = 1;

    public IEnumerable<string> Messages => messages.Values.Select(row => row.Text);

    public IEnumerable<Guid> Members => members.Where(member => member.Value.IsHere).Select(member => member.Key).Order();

    /// <summary>A message in words that are the same in a broadcast, in an answer and in the history.</summary>
    public static string Text(JsonNode message)
    {
        var reactions = message["reactions"]!.AsArray().Select(one => $"{one!["emoji"]}{one["count"]}").Order();
        return (bool)message["isDeleted"]!
            ? $"{message["seq"]} gone"
            : $"{message["seq"]} {message["id"]} {message["content"]} {message["isEdited"]} {message["isPinned"]} {message["forwardedFrom"]?["name"]} {string.Join(',', reactions)}";
    }

    public void Take(JsonNode synced)
    {
        if ((bool)synced["reset"]!)
        {
            // What is newer than the snapshot has overtaken it.
            foreach (var (seq, row) in messages.Where(message => message.Value.Rev <= (long)synced["chat"]!["rev"]!).ToArray())
            {
                messages.Remove(seq);
            }

            From = (bool)synced["more"]! ? synced["messages"]!.AsArray().Min(message => (long)message!["seq"]!) : 1;
        }

        foreach (var message in synced["messages"]!.AsArray())
        {
            Put(message!);
        }

        foreach (var member in synced["members"]!.AsArray())
        {
            Put(member!["userId"]!, member);
        }

        Rev = Math.Max(Rev, (long)synced["chat"]!["rev"]!);
        Cursor = (string)synced["cursor"]!;
    }

    /// <summary>False if something before it is missing.</summary>
    public bool Take(HubEvent e)
    {
        var at = (long)e.Payload["rev"]!;
        if (at > Rev + 1)
        {
            return false;
        }

        if (at == Rev + 1)
        {
            Rev = at;
            Apply(e);
        }

        return true;
    }

    public void Hide(long seq)
    {
        hidden.Add(seq);
        messages.Remove(seq);
    }

    private void Apply(HubEvent e)
    {
        if (e.Name == "chat:member")
        {
            Put(e.Payload["member"]!["userId"]!, e.Payload["member"]!);
        }
        else if (e.Name == "message:reaction")
        {
            React(e.Payload);
        }
        else if (e.Name.StartsWith("message:", StringComparison.Ordinal))
        {
            Put(e.Payload);
        }
    }

    private void Put(JsonNode message)
    {
        var (seq, at) = ((long)message["seq"]!, (long)message["rev"]!);
        if (!hidden.Contains(seq) && (!messages.TryGetValue(seq, out var held) || held.Rev < at))
        {
            messages[seq] = (at, Text(message));
        }
    }

    private void Put(JsonNode userId, JsonNode member)
    {
        var (id, at) = ((Guid)userId, (long)member["rev"]!);
        if (!members.TryGetValue(id, out var held) || held.Rev < at)
        {
            members[id] = (at, member["leftAt"] is null);
        }
    }

    private void React(JsonNode reaction)
    {
        var seq = (long)reaction["seq"]!;
        if (messages.TryGetValue(seq, out var held))
        {
            var counts = reaction["counts"]!.AsArray().Select(one => $"{one!["emoji"]}{one["count"]}").Order();
            var text = held.Text[..held.Text.LastIndexOf(' ')];
            messages[seq] = ((long)reaction["rev"]!, $"{text} {string.Join(',', counts)}");
        }
    }
}
