using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <param name="Before">Messages with a smaller <c>seq</c>.</param>
/// <param name="After">Messages with a greater <c>seq</c>.</param>
/// <param name="Around">Half of the page on either side of this <c>seq</c>.</param>
/// <param name="Thread">Only this message and its thread.</param>
/// <param name="Topic">Only what was said in this topic; 0 for the general one.</param>
public sealed record HistoryRequest(
    [property: Range(0, long.MaxValue)] long? Before,
    [property: Range(0, long.MaxValue)] long? After,
    [property: Range(0, long.MaxValue)] long? Around,
    [property: Range(1, 100)] int? Limit,
    [property: Range(1, long.MaxValue)] long? Thread,
    [property: Range(0, long.MaxValue)] long? Topic) : IRequest;

/// <summary>A page of a chat, newest first. Its cost depends on the page, not on the chat's length.</summary>
internal sealed class ReadHistory(NpgsqlDataSource database, Membership membership, FileLinks links) : IVerb
{
    private static readonly string Within =
        $"x.chat_id = $1 and x.seq > $2 and x.seq < $3 and {MessageSql.NotHidden("x", "$5")}";

    private static readonly Scope Whole = new(order => $"(select * from core.messages x where {Within} order by x.seq {order} limit $4)");

    private static readonly Scope Thread = new(order =>
        $"""
         ((select * from core.messages x where {Within} and x.thread_seq = $6 order by x.seq {order} limit $4)
          union all select * from core.messages x where {Within} and x.seq = $6)
         """);

    private static readonly Scope Topic = new(order =>
        $"(select * from core.messages x where {Within} and x.topic_seq = $6 order by x.seq {order} limit $4)");

    /// <summary>What names it, and what is older than topics.</summary>
    private static readonly Scope General = new(order =>
        $"""
         ((select * from core.messages x where {Within} and x.topic_seq = 0 order by x.seq {order} limit $4)
          union all (select * from core.messages x where {Within} and x.seq <= $6 order by x.seq {order} limit $4))
         """);

    public async Task<Outcome<MessageView[]>> Run(
        Caller caller, Guid chatId, HistoryRequest request, CancellationToken cancellation)
    {
        if (new[] { request.Before, request.After, request.Around }.Count(place => place is not null) > 1)
        {
            return Refusal.Invalid("request", "Only one of before, after and around.");
        }

        if (request is { Thread: not null, Topic: not null })
        {
            return Refusal.Invalid("request", "Only one of thread and topic.");
        }

        var me = await membership.Of(caller).Include(member => member.Chat).FirstOrDefaultAsync(member => member.ChatId == chatId, cancellation);
        if (me is null)
        {
            return Refusal.NotFound;
        }

        var limit = request.Limit ?? 50;
        var from = me.VisibleFromSeq;
        var (scope, number) = Scoped(me.Chat!, request);
        List<MessageView> messages = request switch
        {
            { After: { } after } => await Read(scope.Up, Math.Max(after, from), long.MaxValue, limit),
            { Around: { } around } =>
            [
                .. await Read(scope.Up, Math.Max(around - 1, from), long.MaxValue, (limit + 1) / 2),
                .. await Read(scope.Down, from, around, limit / 2),
            ],
            _ => await Read(scope.Down, from, request.Before ?? long.MaxValue, limit),
        };
        return messages.OrderByDescending(message => message.Seq).Select(message => links.Sign(caller, message)).ToArray();

        async Task<List<MessageView>> Read(string sql, long after, long before, int most)
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.Add(new() { Value = chatId });
            command.Parameters.Add(new() { Value = after });
            command.Parameters.Add(new() { Value = before });
            command.Parameters.Add(new() { Value = most });
            command.Parameters.Add(new() { Value = caller.UserId });
            if (number is { } part)
            {
                command.Parameters.Add(new() { Value = part });
            }

            return await MessageSql.Read(command, cancellation);
        }
    }

    private static (Scope Scope, long? Number) Scoped(Chat chat, HistoryRequest request) => request switch
    {
        { Thread: { } thread } => (Thread, thread),
        { Topic: Topics.Topic.General } => chat.TopicsFromSeq is { } from ? (General, from) : (Whole, null),
        { Topic: { } topic } => (Topic, topic),
        _ => (Whole, null),
    };

    /// <summary>Which messages there are pages of, either way.</summary>
    private sealed class Scope(Func<string, string> rows)
    {
        public string Down { get; } = Page(rows("desc"), "desc");

        public string Up { get; } = Page(rows("asc"), "asc");

        private static string Page(string rows, string order) =>
            $"select {MessageSql.Columns} from {rows} m {MessageSql.Joins("$5")} order by m.seq {order} limit $4";
    }
}
