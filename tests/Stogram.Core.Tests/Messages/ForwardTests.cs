namespace Stogram.Core.Tests.Messages;

public sealed class ForwardTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Several_messages_go_to_several_chats_in_the_order_in_which_they_were_said()
    {
        using var bo = await fixture.Somebody("bo");
        using var mira = await fixture.Somebody("mira");
        var from = await fixture.Ada.Group("Atrium", bo);
        var (first, second) = (await Id(bo.Send(from, "First")), await Id(fixture.Ada.Send(from, "Second")));
        Guid[] to = [await fixture.Ada.PrivateChat(mira), await fixture.Ada.Group("Garden", mira)];
        await using var listener = await mira.Connect();
        await using var adas = await fixture.Ada.Connect();

        var answer = await adas.Dispatch(
            "message:forward", new { id = Guid.CreateVersion7(), chatId = from, messageIds = new[] { second, first }, to });
        var live = await listener.Next("message:new");

        Assert.Equal(to, answer.Data["targets"]!.AsArray().Select(target => (Guid)target!["chatId"]!));
        foreach (var chatId in to)
        {
            var history = (await mira.Get($"/api/messages/chat/{chatId}")).Data.AsArray();
            Assert.Equal(["Second", "First"], history.Select(message => (string?)message!["content"]));
            Assert.All(history, message => Assert.Equal(fixture.Ada.Id, (Guid)message!["senderId"]!));
            var origin = history[1]!["forwardedFrom"]!;
            Assert.Equal((bo.Id, from, first), ((Guid)origin["senderId"]!, (Guid)origin["chatId"]!, (Guid)origin["messageId"]!));
        }

        Assert.NotNull(live["forwardedFrom"]);
    }

    [Fact]
    public async Task The_origin_is_kept_on_the_way_hidden_when_asked_and_no_private_chat_is_named()
    {
        using var bo = await fixture.Somebody("bo");
        using var mira = await fixture.Somebody("mira");
        var secret = await fixture.Ada.PrivateChat(bo);
        var said = await Id(bo.Send(secret, "Between us"));
        var toMira = await fixture.Ada.PrivateChat(mira);
        var back = await mira.PrivateChat(bo);

        var copy = (await Forward(fixture.Ada, said, toMira)).Data["targets"]![0]!["messages"]![0]!;
        var copyOfCopy = (await Forward(mira, (Guid)copy["id"]!, back)).Data["targets"]![0]!["messages"]![0]!;
        var hidden = (await fixture.Ada.Post(
            $"/api/messages/{said}/forward", new { id = Guid.CreateVersion7(), to = new[] { toMira }, hideOrigin = true })).Data;

        Assert.Equal(bo.Id, (Guid)copy["forwardedFrom"]!["senderId"]!);
        Assert.Null(copy["forwardedFrom"]!["chatId"]);
        Assert.Null(copy["forwardedFrom"]!["messageId"]);
        Assert.Equal(bo.Id, (Guid)copyOfCopy["forwardedFrom"]!["senderId"]!);
        Assert.Null(hidden["targets"]![0]!["messages"]![0]!["forwardedFrom"]);
    }

    [Fact]
    public async Task The_same_forward_again_stores_nothing_twice()
    {
        using var bo = await fixture.Somebody("bo");
        var from = await fixture.Ada.PrivateChat(bo);
        var said = await Id(fixture.Ada.Send(from, "Once"));
        var to = await fixture.Ada.Group("Once", bo);
        var request = new { id = Guid.CreateVersion7(), to = new[] { to } };

        var first = await fixture.Ada.Post($"/api/messages/{said}/forward", request);
        var again = await fixture.Ada.Post($"/api/messages/{said}/forward", request);

        Assert.Equal(first.Data.ToJsonString(), again.Data.ToJsonString());
        Assert.Single((await bo.Get($"/api/messages/chat/{to}")).Data.AsArray());
    }

    [Fact]
    public async Task A_forwarded_file_is_shared_readable_in_both_chats_and_gone_with_the_last_of_them()
    {
        using var bo = await fixture.Somebody("bo");
        using var mira = await fixture.Somebody("mira");
        var (from, to) = (await fixture.Ada.PrivateChat(bo), await bo.PrivateChat(mira));
        var file = await Files.Upload.Picture(fixture.Ada);
        var said = await Id(fixture.Ada.Post(
            "/api/messages", new { id = Guid.CreateVersion7(), chatId = from, fileIds = new[] { file } }));
        var before = (await mira.Get($"/api/files/{file}/link")).Code;

        var copy = (await Forward(bo, said, to)).Data["targets"]![0]!["messages"]![0]!;
        await fixture.Ada.Delete($"/api/messages/{said}?for=everyone");
        var shared = await mira.Get($"/api/files/{file}/link");
        await bo.Delete($"/api/messages/{copy["id"]}?for=everyone");
        var gone = await mira.Get($"/api/files/{file}/link");

        Assert.Equal("NOT_FOUND", before);
        Assert.Equal(file, (Guid)copy["files"]![0]!["id"]!);
        Assert.True(shared.IsSuccess);
        Assert.Equal("NOT_FOUND", gone.Code);
        Assert.Empty(Directory.GetFiles(Path.Combine(fixture.Server.DataFolder, "uploads"), file.ToString(), SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_one_chat_refuses_the_others_still_get_and_each_is_told()
    {
        using var bo = await fixture.Somebody("bo");
        var from = await fixture.Ada.PrivateChat(bo);
        var said = await Id(fixture.Ada.Send(from, "For some"));
        var (left, stays) = (await fixture.Ada.Group("Left", bo), await bo.Group("Stays"));
        await bo.Post($"/api/chats/{left}/leave");

        var targets = (await Forward(bo, said, left, stays)).Data["targets"]!;

        Assert.Equal("NOT_FOUND", (string?)targets[0]!["error"]!["code"]);
        Assert.Empty(targets[0]!["messages"]!.AsArray());
        Assert.Null(targets[1]!["error"]);
        Assert.Single(targets[1]!["messages"]!.AsArray());
    }

    [Fact]
    public async Task What_one_may_not_see_deleted_or_never_was_cannot_be_forwarded()
    {
        using var bo = await fixture.Somebody("bo");
        using var mira = await fixture.Somebody("mira");
        var from = await fixture.Ada.PrivateChat(bo);
        var (said, deleted) = (await Id(fixture.Ada.Send(from, "Ours")), await Id(fixture.Ada.Send(from, "Not any more")));
        await fixture.Ada.Delete($"/api/messages/{deleted}?for=everyone");
        var to = await mira.Group("Mine");

        Answer[] answers =
        [
            await Forward(mira, said, to),
            await mira.Post("/api/messages/forward", new { id = Guid.CreateVersion7(), chatId = from, messageIds = new[] { said }, to = new[] { to } }),
            await Forward(bo, deleted, from),
            await Forward(bo, Guid.NewGuid(), from),
        ];

        Assert.All(answers, answer => Assert.Equal("NOT_FOUND", answer.Code));
        Assert.Empty((await mira.Get($"/api/messages/chat/{to}")).Data.AsArray());
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_with_the_limit()
    {
        using var bo = await fixture.Somebody("bo");
        var chatId = await fixture.Ada.PrivateChat(bo);
        var messageIds = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid());

        var many = await fixture.Ada.Post("/api/messages/forward", new
        {
            id = Guid.CreateVersion7(), chatId, messageIds, to = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()),
        });
        var none = await fixture.Ada.Post("/api/messages/forward", new { id = Guid.CreateVersion7(), chatId, messageIds, to = Array.Empty<Guid>() });

        Assert.Contains("200", (string?)many.Details!["to"]);
        Assert.NotNull(none.Details!["to"]);
    }

    private static Task<Answer> Forward(TestPerson who, Guid messageId, params Guid[] to) =>
        who.Post($"/api/messages/{messageId}/forward", new { id = Guid.CreateVersion7(), to });

    private static async Task<Guid> Id(Task<Answer> sent) => (Guid)(await sent).Data["id"]!;
}
