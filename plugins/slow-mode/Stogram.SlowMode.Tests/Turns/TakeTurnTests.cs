using System.Text.Json;
using Stogram.Plugins;

namespace Stogram.SlowMode.Tests.Turns;

public sealed class TakeTurnTests(TurnFixture fixture) : IClassFixture<TurnFixture>
{
    private static readonly Guid Bo = Guid.CreateVersion7();

    [Fact]
    public async Task Of_five_sends_at_once_through_two_nodes_exactly_one_passes()
    {
        for (var round = 0; round < 20; round++)
        {
            var chatId = await fixture.Chat(seconds: 600);

            var waits = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => Send(chatId, node: i % 2))));

            Assert.Single(waits, wait => wait is null);
            Assert.All(waits.OfType<int>(), wait => Assert.InRange(wait, 590, 600));
        }
    }

    [Fact]
    public async Task The_same_message_passes_again_and_the_wait_does_not_begin_anew()
    {
        var chatId = await fixture.Chat(seconds: 600);
        var id = Guid.CreateVersion7();
        await Send(chatId, id);
        await Pass(chatId, seconds: 500);

        Assert.Null(await Send(chatId, id));
        Assert.InRange((await Send(chatId))!.Value, 90, 100);
    }

    [Fact]
    public async Task Refused_sends_do_not_make_the_wait_longer_and_after_it_one_passes()
    {
        var chatId = await fixture.Chat(seconds: 600);
        await Send(chatId);
        await Pass(chatId, seconds: 550);

        Assert.InRange((await Send(chatId))!.Value, 40, 50);
        await Pass(chatId, seconds: 50);
        Assert.Null(await Send(chatId));
        Assert.InRange((await Send(chatId))!.Value, 590, 600);
    }

    [Fact]
    public async Task A_changed_interval_counts_from_the_turn_that_was_taken()
    {
        var chatId = await fixture.Chat(seconds: 10);
        await Send(chatId);

        await fixture.Run("update intervals set seconds = 600 where chat_id = $1", chatId);
        Assert.InRange((await Send(chatId, node: 1))!.Value, 590, 600);
        await Pass(chatId, seconds: 6);
        await fixture.Run("update intervals set seconds = 5 where chat_id = $1", chatId);
        Assert.Null(await Send(chatId, node: 1));
    }

    [Fact]
    public async Task Each_person_waits_alone_and_in_each_chat_alone()
    {
        var (atrium, roof) = (await fixture.Chat(seconds: 600), await fixture.Chat(seconds: 600));
        await Send(atrium);

        Assert.Null(await Send(roof));
        Assert.Null(await Judge(atrium, Guid.CreateVersion7(), senderId: Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_chat_without_an_interval_lets_all_through_and_writes_nothing()
    {
        var chatId = await fixture.Chat(seconds: null);

        Assert.Null(await Send(chatId));
        Assert.Null(await Send(chatId));
        Assert.Equal(0L, await fixture.Run("select count(*) from turns where chat_id = $1", chatId));
    }

    [Theory]
    [InlineData(ChatRole.Owner, true, false)]
    [InlineData(ChatRole.Admin, true, false)]
    [InlineData(ChatRole.Member, true, true)]
    [InlineData(ChatRole.Owner, false, true)]
    [InlineData(ChatRole.Admin, false, true)]
    public async Task Who_waits_is_as_the_settings_say(ChatRole role, bool exemptAdmins, bool waits)
    {
        var chatId = await fixture.Chat(seconds: 600);
        await Judge(chatId, Guid.CreateVersion7(), role, exemptAdmins);

        var wait = await Judge(chatId, Guid.CreateVersion7(), role, exemptAdmins);

        Assert.Equal(waits, wait is not null);
    }

    private Task<int?> Send(Guid chatId, Guid? id = null, int node = 0) =>
        Judge(chatId, id ?? Guid.CreateVersion7(), node: node);

    /// <summary>How many seconds the sender is told to wait; null if the message passes.</summary>
    private async Task<int?> Judge(
        Guid chatId, Guid id, ChatRole role = ChatRole.Member, bool exemptAdmins = true, int node = 0, Guid? senderId = null)
    {
        var verdict = await fixture.Interceptor(node, exemptAdmins).InterceptAsync(
            new()
            {
                OrganizationId = Guid.Empty, ChatId = chatId, SenderId = senderId ?? Bo, SenderRole = role, MessageId = id,
                Text = "Hello", Files = [],
            },
            CancellationToken.None);
        if (verdict == Verdict.Pass)
        {
            return null;
        }

        // Verdicts are the host's to read; a record prints what is in it.
        Assert.Contains("Code = SLOW_MODE", verdict.ToString(), StringComparison.Ordinal);
        var details = verdict.ToString()[verdict.ToString().IndexOf("Details = ", StringComparison.Ordinal)..];
        return JsonElement.Parse(details["Details = ".Length..^2]).GetProperty("retryAfter").GetInt32();
    }

    private Task Pass(Guid chatId, int seconds) =>
        fixture.Run("update turns set taken_at = taken_at - make_interval(secs => $2) where chat_id = $1", chatId, (double)seconds);
}
