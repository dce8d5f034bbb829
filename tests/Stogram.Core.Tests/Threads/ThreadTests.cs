using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Threads;

public sealed class ThreadTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Replies_to_a_message_and_to_its_replies_are_one_thread_that_the_root_knows_of()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;

        var first = await Reply(bo, chatId, root, "Yes");
        var second = await Reply(fixture.Ada, chatId, first, "Good");
        await bo.Send(chatId, "Something else");
        var shown = await Message(bo, chatId, root);

        Assert.Equal(((long)root["seq"]!, (long)root["seq"]!), ((long)first["threadSeq"]!, (long)second["threadSeq"]!));
        Assert.Null(root["threadSeq"]);
        Assert.Equal((2, (long)second["seq"]!), ((int)shown["thread"]!["count"]!, (long)shown["thread"]!["lastSeq"]!));
        Assert.Equal((string?)second["createdAt"], (string?)shown["thread"]!["lastAt"]);
        Assert.Equal([fixture.Ada.Id, bo.Id], By(shown));
    }

    [Fact]
    public async Task Who_is_here_hears_of_the_reply_and_of_the_root_without_a_gap()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;
        await using var socket = await fixture.Ada.Connect();

        var reply = await Reply(bo, chatId, root, "Yes");
        var told = await socket.Next("message:thread");
        var next = (await bo.Send(chatId, "By the way")).Data;

        Assert.Equal(((string?)root["id"], (long)reply["rev"]! + 1), ((string?)told["id"], (long)told["rev"]!));
        Assert.Equal((1, bo.Id), ((int)told["thread"]!["count"]!, (Guid)told["thread"]!["by"]![0]!));
        Assert.Equal((long)told["rev"]! + 1, (long)next["rev"]!);
    }

    [Fact]
    public async Task A_client_that_was_away_learns_of_the_thread_by_its_root()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;
        var cursor = (string)(await bo.Sync()).Data["chats"]!.AsArray().Single(one => (Guid)one!["chat"]!["id"]! == chatId)!["cursor"]!;
        var reply = await Reply(fixture.Ada, chatId, root, "Or at seven?");

        var changed = (await bo.Sync((chatId, cursor))).Data["chats"]![0]!["messages"]!.AsArray();

        Assert.Equal([(long)reply["seq"]!, (long)root["seq"]!], changed.Select(message => (long)message!["seq"]!));
        Assert.Equal(1, (int)changed[1]!["thread"]!["count"]!);
    }

    [Fact]
    public async Task Replies_at_once_are_all_counted_and_no_revision_is_given_twice()
    {
        var (bo, chatId) = await Scene();
        var roots = new[] { (await bo.Send(chatId, "One")).Data, (await bo.Send(chatId, "Two")).Data };
        await using var socket = await bo.Connect();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i => (await socket.Dispatch("message:send", new
        {
            id = Guid.CreateVersion7(), chatId, content = $"{i}", replyToId = (Guid)roots[i % 2]["id"]!,
        })).Data));
        var revs = (await Everything(bo, chatId)).Select(message => (long)message["rev"]!).ToArray();

        Assert.Equal(40, replies.Select(reply => (long)reply["seq"]!).Distinct().Count());
        Assert.Equal((20, 20), (await Count(bo, chatId, roots[0]), await Count(bo, chatId, roots[1])));
        Assert.Equal(revs.Length, revs.Distinct().Count());
        Assert.Equal((long)(await bo.Get($"/api/chats/{chatId}")).Data["chat"]!["rev"]!, revs.Max());
    }

    [Fact]
    public async Task A_deleted_reply_is_not_counted_any_more_and_the_last_one_takes_the_thread_away()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;
        var first = await Reply(bo, chatId, root, "Yes");
        var second = await Reply(fixture.Ada, chatId, root, "Good");
        await using var socket = await bo.Connect();

        await fixture.Ada.Delete($"/api/messages/{second["id"]}?for=everyone");
        var one = await socket.Next("message:thread");
        await bo.Delete($"/api/messages/{first["id"]}?for=everyone");
        var none = await socket.Next("message:thread");

        Assert.Equal((1, (long)first["seq"]!), ((int)one["thread"]!["count"]!, (long)one["thread"]!["lastSeq"]!));
        Assert.Equal([bo.Id], By(one));
        Assert.Null(none["thread"]);
        Assert.Null((await Message(bo, chatId, root))["thread"]);
        Assert.Equal((long)none["rev"]!, (long)(await Message(bo, chatId, root))["rev"]!);
    }

    [Fact]
    public async Task A_thread_whose_root_is_deleted_is_read_and_answered_all_the_same()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;
        var first = await Reply(bo, chatId, root, "Yes");
        await fixture.Ada.Delete($"/api/messages/{root["id"]}?for=everyone");

        var second = await Reply(bo, chatId, first, "Still on?");
        var thread = await Thread(fixture.Ada, chatId, root);

        Assert.Equal((long)root["seq"]!, (long)second["threadSeq"]!);
        Assert.Equal([null, "Yes", "Still on?"], thread.Select(message => (string?)message["content"]));
        Assert.Equal((true, 2), ((bool)thread[0]["isDeleted"]!, (int)thread[0]["thread"]!["count"]!));
    }

    [Fact]
    public async Task A_thread_is_read_by_pages_either_way_through_its_index()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Count with me")).Data;
        var seqs = new List<long> { (long)root["seq"]! };
        for (var i = 1; i <= 6; i++)
        {
            seqs.Add((long)(await Reply(bo, chatId, root, $"{i}"))["seq"]!);
            await bo.Send(chatId, "In between");
        }

        Assert.Equal(seqs[5..], await Seqs(bo, chatId, root, "limit=2"));
        Assert.Equal(seqs[3..5], await Seqs(bo, chatId, root, $"limit=2&before={seqs[5]}"));
        Assert.Equal(seqs[..3], await Seqs(bo, chatId, root, $"limit=5&before={seqs[3]}"));
        Assert.Equal(seqs[3..5], await Seqs(bo, chatId, root, $"limit=2&after={seqs[2]}"));
        Assert.Equal(seqs[2..6], await Seqs(bo, chatId, root, $"limit=4&around={seqs[4]}"));
        Assert.Contains("(chat_id, thread_seq, seq)", (string?)await fixture.Sql("select indexdef from pg_indexes where indexname = 'messages_thread'"));
    }

    [Fact]
    public async Task Only_groups_have_threads_and_what_is_not_a_number_is_refused()
    {
        var (bo, chatId) = await Scene();
        var direct = await fixture.Ada.PrivateChat(bo);
        var said = (await fixture.Ada.Send(direct, "Roof at six?")).Data;

        var reply = await Reply(bo, direct, said, "Yes");

        Assert.Null(reply["threadSeq"]);
        Assert.Null((await Message(bo, direct, said))["thread"]);
        Assert.NotNull((await bo.Get($"/api/messages/chat/{chatId}?thread=0")).Details!["thread"]);
        Assert.Empty((await bo.Get($"/api/messages/chat/{chatId}?thread=4711")).Data.AsArray());
    }

    [Fact]
    public async Task A_mark_in_a_thread_moves_forward_on_all_devices_of_its_owner_and_nobody_elses()
    {
        var (bo, chatId) = await Scene();
        var root = (await fixture.Ada.Send(chatId, "Roof at six?")).Data;
        var reply = await Reply(fixture.Ada, chatId, root, "Or seven?");
        var (thread, seq) = ((long)root["seq"]!, (long)reply["seq"]!);
        await using var socket = await bo.Connect();

        var moved = await socket.Dispatch("thread:read", new { chatId, thread, seq });
        var told = await socket.Next("thread:read");
        var back = await bo.Post($"/api/chats/{chatId}/threads/{thread}/read", new { seq = 1 });
        var beyond = await bo.Post($"/api/chats/{chatId}/threads/{thread}/read", new { seq = 4711 });
        var unknown = await bo.Post($"/api/chats/{chatId}/threads/4711/read", new { seq = 1 });

        Assert.Equal((seq, seq, seq), ((long)moved.Data["seq"]!, (long)told["seq"]!, (long)back.Data["seq"]!));
        Assert.Equal(seq, (long)beyond.Data["seq"]!);
        Assert.Equal("NOT_FOUND", unknown.Code);
        Assert.Equal(seq, (long)Marks(await bo.Sync(), chatId).Single()!["seq"]!);
        Assert.Empty(Marks(await fixture.Ada.Sync(), chatId));
    }

    private async Task<(TestPerson Bo, Guid ChatId)> Scene()
    {
        var bo = await fixture.Somebody();
        return (bo, await fixture.Ada.Group("Atrium", bo));
    }

    private static async Task<JsonNode> Reply(TestPerson who, Guid chatId, JsonNode to, string content) =>
        (await who.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content, replyToId = (Guid)to["id"]! })).Data;

    private static async Task<JsonNode[]> Everything(TestPerson who, Guid chatId) =>
        [.. (await who.Get($"/api/messages/chat/{chatId}?limit=100")).Data.AsArray().Select(message => message!)];

    private static async Task<JsonNode> Message(TestPerson who, Guid chatId, JsonNode message) =>
        (await Everything(who, chatId)).Single(one => (string?)one["id"] == (string?)message["id"]);

    private static async Task<int> Count(TestPerson who, Guid chatId, JsonNode root) =>
        (int)(await Message(who, chatId, root))["thread"]!["count"]!;

    /// <summary>In the order in which it was said.</summary>
    private static async Task<JsonNode[]> Thread(TestPerson who, Guid chatId, JsonNode root, string page = "") =>
        [.. (await who.Get($"/api/messages/chat/{chatId}?thread={root["seq"]}&{page}")).Data.AsArray().Select(message => message!).Reverse()];

    private static async Task<long[]> Seqs(TestPerson who, Guid chatId, JsonNode root, string page) =>
        [.. (await Thread(who, chatId, root, page)).Select(message => (long)message["seq"]!)];

    private static Guid[] By(JsonNode root) => [.. root["thread"]!["by"]!.AsArray().Select(id => (Guid)id!)];

    private static JsonNode?[] Marks(Answer sync, Guid chatId) =>
        [.. sync.Data["me"]!["threads"]!.AsArray().Where(mark => (Guid)mark!["chatId"]! == chatId)];
}
