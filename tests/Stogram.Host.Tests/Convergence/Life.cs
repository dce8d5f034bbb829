using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Convergence;

/// <summary>A random life of a few people in one group on two nodes; the same seed, the same plan.</summary>
internal sealed class Life(int seed, TestServer[] nodes, Replica[] replicas, Guid chatId)
{
    private static readonly string[] Emoji = ["👍", "🎉", "😮"];

    private readonly Random random = new(seed);

    private readonly List<(Guid Id, Replica Sender)> said = [];

    private DateTimeOffset over;

    /// <summary>Until what was said for a moment is gone.</summary>
    public Task Calm() => Task.Delay(over > DateTimeOffset.UtcNow ? over - DateTimeOffset.UtcNow : TimeSpan.Zero);

    public async Task Step()
    {
        var who = replicas[random.Next(replicas.Length)];
        switch (random.Next(23))
        {
            case 0:
                await (who.IsOnline ? who.Disconnect() : who.Connect(nodes[random.Next(nodes.Length)]));
                break;
            case 1:
                await ChangeMembers();
                break;
            case < 5 when who.IsOnline:
                await Together(who);
                break;
            case < 12 when who.IsOnline:
                await Say(who);
                break;
            case < 15 when who.IsOnline && said.Count > 0:
                await who.Do("message:react", new { chatId, id = Any().Id, emoji = Emoji[random.Next(Emoji.Length)], on = random.Next(3) > 0 });
                break;
            case < 17 when said.Count > 0 && Any() is { Sender.IsOnline: true } one:
                await one.Sender.Do("message:edit", new { chatId, id = one.Id, content = $"Edited {random.Next()}" });
                break;
            case 17 when said.Count > 0 && Any() is { Sender.IsOnline: true } one:
                await one.Sender.Do("message:delete", new { chatId, id = one.Id, @for = random.Next(2) == 0 ? "everyone" : "me" });
                break;
            case 18:
                await Choose(who);
                break;
            case 19 when who.IsOnline:
                await who.Do("chat:draft", new { chatId, text = $"Half {random.Next()}"[..random.Next(5, 9)], at = DateTimeOffset.UtcNow });
                break;
            case 20 when said.Count > 0:
                await replicas[0].Person.Post($"/api/chats/{chatId}/pins", new { messageId = Any().Id });
                break;
            case 21 when who.IsOnline && said.Count > 1:
                await who.Do("message:forward", new { id = Guid.CreateVersion7(), chatId, messageIds = new[] { Any().Id }, to = new[] { chatId } });
                break;
            case 22 when who.IsOnline:
                await who.Do("message:send", new { chatId, id = Guid.CreateVersion7(), content = "For a moment", expiresIn = 5 });
                over = DateTimeOffset.UtcNow.AddSeconds(8);
                break;
            default:
                await who.Listen();
                break;
        }
    }

    private (Guid Id, Replica Sender) Any() => said[random.Next(said.Count)];

    private async Task Say(Replica who)
    {
        var id = Guid.CreateVersion7();
        if ((await who.Do("message:send", new { chatId, id, content = $"Said {random.Next()}" })).IsSuccess)
        {
            said.Add((id, who));
        }
    }

    /// <summary>Everybody at once, from both nodes.</summary>
    private async Task Together(Replica who)
    {
        await Task.WhenAll(replicas.Where(one => one.IsOnline && one != who).Select(one =>
            one.Do("message:send", new { chatId, id = Guid.CreateVersion7(), content = "All at once" })));
        await Say(who);
    }

    /// <summary>For themselves alone, by whichever of their devices.</summary>
    private Task Choose(Replica who) => random.Next(4) switch
    {
        0 => who.Person.Post("/api/folders", new { name = $"Folder {random.Next(100)}" }),
        1 => who.Person.Patch($"/api/chats/{chatId}/mine", new { isPinned = random.Next(2) == 0 }),
        2 => who.Person.Patch($"/api/chats/{chatId}/mine", new { isMarkedUnread = random.Next(2) == 0 }),
        _ => who.Person.Patch($"/api/chats/{chatId}/mine", new { notify = random.Next(2) == 0 ? "ALL" : "MENTIONS" }),
    };

    /// <summary>Ada stays: she is the one who adds and removes.</summary>
    private async Task ChangeMembers()
    {
        var other = replicas[random.Next(1, replicas.Length)].Person;
        var ada = replicas[0].Person;
        await (random.Next(2) == 0
            ? ada.Delete($"/api/chats/{chatId}/members/{other.Id}")
            : ada.Post($"/api/chats/{chatId}/members", new { userIds = new[] { other.Id } }));
    }
}
