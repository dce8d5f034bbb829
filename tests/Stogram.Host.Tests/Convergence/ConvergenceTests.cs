using Stogram.Host.Tests.Realtime;
using Stogram.Testing.Redis;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Convergence;

/// <summary>Random people on two nodes: whatever was lost, late or overtaken, in the end all have what the server has.</summary>
public sealed class ConvergenceTests
{
    private const int Steps = 150;

    [Theory]
    [InlineData(1)]
    [InlineData(20261124)]
    [InlineData(null)]
    public async Task Clients_of_two_nodes_end_with_exactly_what_the_server_has(int? seed)
    {
        var plan = seed ?? Random.Shared.Next();
        await using var redis = await TestRedis.Start();
        await using var here = await TestServer.Start(redis: redis.ConnectionString);
        var there = await here.AnotherNode();
        await here.ReachesRedis();
        await there.ReachesRedis();
        var people = await Task.WhenAll(Names().Select(name => here.SignUp(name)));
        var chatId = await people[0].Group("atrium", people[1..]);
        Replica[] replicas = [.. people.Select(person => new Replica(person)), new(await people[1].OnAnotherDevice())];
        var life = new Life(plan, [here, there], replicas, chatId);

        for (var step = 0; step < Steps; step++)
        {
            await life.Step();
        }

        await life.Calm();
        foreach (var replica in replicas)
        {
            await Settle(replica, chatId);
        }

        foreach (var replica in replicas)
        {
            await AssertSame(replica, chatId, $"with seed {plan}");
        }
    }

    /// <summary>Who was away comes back; who is here gets there by listening alone.</summary>
    private static async Task Settle(Replica replica, Guid chatId)
    {
        if (!replica.IsOnline)
        {
            await replica.Sync();
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await ServersRev(replica.Person, chatId) is var rev
            && (rev != replica.Rev(chatId) || (rev is not null && await ServersOwn(replica.Person, chatId) != replica.Own.Of(chatId))))
        {
            await Task.Delay(20, patience.Token);
            await replica.Listen();
        }
    }

    private static async Task<long?> ServersRev(TestPerson person, Guid chatId) =>
        await person.Get($"/api/chats/{chatId}") is { IsSuccess: true } answer ? (long)answer.Data["chat"]!["rev"]! : null;

    /// <summary>What a device that was never here before is told.</summary>
    private static async Task<string> ServersOwn(TestPerson person, Guid chatId)
    {
        var fresh = new Replica(person);
        await fresh.Sync();
        return fresh.Own.Of(chatId);
    }

    private static string[] Names() => ["ada", "bo", "mira", "tom", "eva"];

    private static async Task AssertSame(Replica replica, Guid chatId, string when)
    {
        var isMember = (await replica.Person.Get($"/api/chats/{chatId}")).IsSuccess;
        Assert.True(isMember == replica.Chats.ContainsKey(chatId), $"A chat that is not theirs, or none where there is one, {when}.");
        if (isMember)
        {
            var copy = replica.Chats[chatId];
            var truth = (await History(replica.Person, chatId)).Where(message => message.Seq >= copy.From).Select(message => message.Text);
            var members = (await replica.Person.Get($"/api/chats/{chatId}/members?limit=100")).Data.AsArray();

            Assert.Equal(await ServersOwn(replica.Person, chatId), replica.Own.Of(chatId));
            Assert.True(truth.SequenceEqual(copy.Messages), $"Other messages than the server's {when}.");
            Assert.True(members.Select(member => (Guid)member!["userId"]!).Order().SequenceEqual(copy.Members), $"Other members {when}.");
        }
    }

    private static async Task<List<(long Seq, string Text)>> History(TestPerson person, Guid chatId)
    {
        var all = new List<(long Seq, string Text)>();
        while (true)
        {
            var after = all.Count == 0 ? 0 : all[^1].Seq;
            var page = (await person.Get($"/api/messages/chat/{chatId}?limit=100&after={after}")).Data.AsArray();
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page.Reverse().Select(message => ((long)message!["seq"]!, ChatCopy.Text(message))));
        }
    }
}
