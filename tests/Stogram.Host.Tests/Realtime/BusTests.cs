using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Realtime;
using Stogram.Host.Tests.Plugins;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

/// <summary>What a bus does, whichever it is: who is There hears what happens Here.</summary>
public abstract class BusTests(TwoNodes nodes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Messages_reach_every_member_once_and_in_order()
    {
        using var bo = await nodes.Somebody();
        var chatId = await nodes.Ada.PrivateChat(bo);
        await using var adas = await nodes.Ada.Connect(nodes.Here);
        await using var bos = await bo.Connect(nodes.There);

        await Task.WhenAll(Enumerable.Range(1, 300).Select(i => adas.Send(chatId, $"{i}")));
        await adas.Send(chatId, "end");
        var (heardHere, heardThere) = (await UntilEnd(adas), await UntilEnd(bos));

        Assert.Equal(Enumerable.Range(1, 301).Select(seq => (long)seq), heardThere);
        Assert.Equal(heardThere, heardHere);
    }

    [Fact]
    public async Task Who_talks_on_either_node_is_heard_on_the_other()
    {
        using var bo = await nodes.Somebody();
        var chatId = await nodes.Ada.PrivateChat(bo);
        await using var adas = await nodes.Ada.Connect(nodes.Here);
        await using var bos = await bo.Connect(nodes.There);

        await adas.Send(chatId, "Hello");
        var hello = await bos.NextSaid();
        await bos.Send(chatId, "Hi");
        await adas.NextSaid();
        var hi = await adas.NextSaid();

        Assert.Equal(("Hello", 1), ((string?)hello["content"], (int)hello["seq"]!));
        Assert.Equal(("Hi", 2), ((string?)hi["content"], (int)hi["seq"]!));
    }

    [Fact]
    public async Task A_new_member_is_told_and_hears_what_is_said()
    {
        using var bo = await nodes.Somebody();
        await using var bos = await bo.Connect(nodes.There);

        var chatId = await nodes.Ada.Group("atrium", bo);
        var told = await bos.Next("chat:new");
        await HeardSomething(bos, () => nodes.Ada.Send(chatId, "Welcome"));

        Assert.Equal(chatId, (Guid)told["chatId"]!);
    }

    [Fact]
    public async Task A_removed_member_hears_nothing_more()
    {
        using var bo = await nodes.Somebody();
        using var mira = await nodes.Somebody("mira");
        var chatId = await nodes.Ada.Group("atrium", bo, mira);
        await using var bos = await bo.Connect(nodes.There);
        await using var miras = await mira.Connect(nodes.There);

        await nodes.Ada.Delete($"/api/chats/{chatId}/members/{mira.Id}");
        await miras.Next("chat:removed");
        await Task.Delay(TimeSpan.FromSeconds(2));
        await nodes.Ada.Send(chatId, "Between us");
        await bos.NextSaid();

        Assert.DoesNotContain(miras.Drain(), e => e.IsSaid);
    }

    [Fact]
    public async Task A_revoked_session_loses_its_sockets_and_the_persons_other_sessions_keep_theirs()
    {
        using var bo = await nodes.Somebody();
        using var other = await bo.OnAnotherDevice();
        await using var bos = await bo.Connect(nodes.There);
        await using var others = await other.Connect(nodes.There);

        await bo.Post("/api/auth/logout");
        await bos.Closed.WaitAsync(Patience);

        Assert.Contains(bos.Drain(), e => e.Name == "session:revoked");
        Assert.False(others.Closed.IsCompleted);
    }

    [Fact]
    public async Task Typing_and_presence_reach_those_who_share_a_chat_and_nobody_else()
    {
        using var bo = await nodes.Somebody();
        using var mira = await nodes.Somebody("mira");
        using var stranger = await nodes.Somebody("stranger");
        var chatId = await bo.PrivateChat(mira);
        await using var miras = await mira.Connect(nodes.There);
        await using var strangers = await stranger.Connect(nodes.There);

        await using var bos = await bo.Connect(nodes.Here);
        var status = await miras.Next("user:status");
        await bos.Dispatch("typing:start", new { chatId });
        var typing = await miras.Next("typing:user");

        Assert.Equal((bo.Id, "ONLINE"), ((Guid)status["userId"]!, (string?)status["status"]));
        Assert.Equal((bo.Id, true), ((Guid)typing["userId"]!, (bool)typing["on"]!));
        Assert.DoesNotContain(strangers.Drain(), e => e.Name is "user:status" or "typing:user");
    }

    [Fact]
    public async Task Who_keeps_it_to_themselves_or_has_blocked_somebody_comes_and_goes_unseen()
    {
        using var bo = await nodes.Somebody();
        using var cy = await nodes.Somebody("cy");
        using var open = await nodes.Somebody("open");
        using var mira = await nodes.Somebody("mira");
        foreach (var person in new[] { bo, cy, open })
        {
            await person.PrivateChat(mira);
        }

        await bo.Patch("/api/users/me/privacy", new { lastSeen = "NOBODY" });
        await cy.Put($"/api/blocks/{mira.Id}", new { });
        await using var miras = await mira.Connect(nodes.There);
        await using var bos = await bo.Connect(nodes.Here);
        await using var cys = await cy.Connect(nodes.Here);
        await bos.Dispatch("user:status-change", new { status = "DND" });
        await using var opens = await open.Connect(nodes.Here);

        var heard = await miras.Next("user:status");

        Assert.Equal(open.Id, (Guid)heard["userId"]!);
        Assert.DoesNotContain(miras.Drain(), e => e.Name is "user:status" or "user:last-seen");
    }

    [Fact]
    public async Task What_a_plugin_tells_a_person_or_an_organization_arrives_as_it_was_written()
    {
        using var bo = await nodes.Somebody();
        var organizationId = (Guid)(await nodes.Here.Query("select id from core.organizations"))!;
        await using var bos = await bo.Connect(nodes.There);
        var bus = nodes.Here.Services.GetRequiredService<IBus>();
        var payload = JsonElement.Parse("""{"text":"Привет \ud83d\ude42","n":[1,2.50]}""");

        await bus.ToUser(bo.Id, "probe:mine", payload);
        await bus.ToOrganization(organizationId, "probe:ours", payload);
        var (mine, ours) = (await bos.Next("probe:mine"), await bos.Next("probe:ours"));

        Assert.Equal("Привет 🙂", (string?)mine["text"]);
        Assert.Equal("[1,2.50]", ours["n"]!.ToJsonString());
    }

    private static async Task<List<long>> UntilEnd(HubClient client)
    {
        var heard = new List<long>();
        while (true)
        {
            var message = await client.NextSaid();
            heard.Add((long)message["seq"]!);
            if ((string?)message["content"] == "end")
            {
                return heard;
            }
        }
    }

    private static async Task HeardSomething(HubClient client, Func<Task<Answer>> say)
    {
        for (var i = 0; i < 200; i++)
        {
            await say();
            await Task.Delay(100);
            if (client.Drain().Any(e => e.IsSaid))
            {
                return;
            }
        }

        Assert.Fail("Nothing was heard.");
    }
}
