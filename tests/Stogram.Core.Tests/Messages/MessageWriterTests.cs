using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stogram.Core.Messages;

namespace Stogram.Core.Tests.Messages;

public sealed class MessageWriterTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_crowd_that_writes_at_once_leaves_no_gap_and_everybody_is_answered()
    {
        using var bo = await fixture.Somebody();
        var chats = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => fixture.Ada.Group($"Room {i}", bo)));
        var messages = Enumerable.Range(0, 1000).Select(i => New(chats[i % 5], i % 2 == 0 ? fixture.Ada : bo)).ToArray();

        var stored = await Task.WhenAll((await Owned(messages)).Select(message => Writer.Store(message)!));

        foreach (var chat in stored.GroupBy(one => one.Message!.ChatId))
        {
            Assert.Equal(Enumerable.Range(1, 200).Select(seq => (long?)seq), chat.Select(one => one.Message!.Seq).Order());
        }
    }

    [Fact]
    public async Task A_repeat_that_arrives_with_its_original_gets_the_same_answer()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var message = (await Owned([New(chatId, bo)]))[0];

        var stored = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Writer.Store(message)!));

        Assert.Single(stored, one => one.IsNew);
        Assert.All(stored, one => Assert.Equal(1, one.Message!.Seq));
    }

    [Fact]
    public async Task A_row_that_cannot_be_stored_fails_alone()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var messages = await Owned([.. Enumerable.Range(0, 20).Select(_ => New(chatId, bo))]);
        messages[7] = messages[7] with { Content = "nul \0" };

        var writes = messages.Select(message => Writer.Store(message)!).ToArray();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.IsAssignableFrom<PostgresException>(writes[7].Exception!.InnerException);
        Assert.Equal(19, writes.Count(write => write.IsCompletedSuccessfully));
        Assert.Equal(19, (int)(await bo.Get($"/api/chats/{chatId}")).Data["chat"]!["lastSeq"]!);
    }

    [Fact]
    public async Task What_was_accepted_is_committed_before_the_server_stops()
    {
        var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        var chatId = await ada.Group("Atrium");
        var organization = (Guid)(await ada.Get("/api/auth/me")).Data["organization"]!["id"]!;
        var writer = server.Services.GetRequiredService<MessageWriter>();
        var writes = Enumerable.Range(0, 500)
            .Select(_ => writer.Store(New(chatId, ada) with { OrganizationId = organization })!).ToArray();

        await server.DisposeAsync();

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
    }

    private MessageWriter Writer => fixture.Server.Services.GetRequiredService<MessageWriter>();

    private static NewMessage New(Guid chatId, TestPerson sender) =>
        new(Guid.Empty, chatId, Guid.CreateVersion7(), sender.Id, "Hello", null, [], false);

    private async Task<NewMessage[]> Owned(NewMessage[] messages)
    {
        var organization = (Guid)(await fixture.Ada.Get("/api/auth/me")).Data["organization"]!["id"]!;
        return [.. messages.Select(message => message with { OrganizationId = organization })];
    }
}
