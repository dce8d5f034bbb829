using System.ComponentModel.DataAnnotations;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <param name="Before">Messages with a smaller <c>seq</c>.</param>
/// <param name="After">Messages with a greater <c>seq</c>.</param>
/// <param name="Around">Half of the page on either side of this <c>seq</c>.</param>
public sealed record HistoryRequest(
    [property: Range(0, long.MaxValue)] long? Before,
    [property: Range(0, long.MaxValue)] long? After,
    [property: Range(0, long.MaxValue)] long? Around,
    [property: Range(1, 100)] int? Limit) : IRequest;

/// <summary>A page of a chat, newest first. Its cost depends on the page, not on the chat's length.</summary>
internal sealed class ReadHistory(NpgsqlDataSource database, Membership membership, FileLinks links) : IVerb
{
    private static readonly string Page =
        $"""
         (select {MessageSql.Columns} from core.messages m {MessageSql.Joins("$5")}
          where m.chat_id = $1 and m.seq > $2 and m.seq < $3 and {MessageSql.NotHidden("m", "$5")} order by m.seq desc limit $4)
         """;

    private static readonly string PageUp =
        $"""
         (select {MessageSql.Columns} from core.messages m {MessageSql.Joins("$5")}
          where m.chat_id = $1 and m.seq > $2 and m.seq < $3 and {MessageSql.NotHidden("m", "$5")} order by m.seq limit $4)
         """;

    public async Task<Outcome<MessageView[]>> Run(
        Caller caller, Guid chatId, HistoryRequest request, CancellationToken cancellation)
    {
        if (new[] { request.Before, request.After, request.Around }.Count(place => place is not null) > 1)
        {
            return Refusal.Invalid("request", "Only one of before, after and around.");
        }

        if (await membership.Find(caller, chatId, cancellation) is not { } me)
        {
            return Refusal.NotFound;
        }

        var limit = request.Limit ?? 50;
        var from = me.VisibleFromSeq;
        List<MessageView> messages = request switch
        {
            { After: { } after } => await Read(PageUp, me, Math.Max(after, from), long.MaxValue, limit, cancellation),
            { Around: { } around } =>
            [
                .. await Read(PageUp, me, Math.Max(around - 1, from), long.MaxValue, (limit + 1) / 2, cancellation),
                .. await Read(Page, me, from, around, limit / 2, cancellation),
            ],
            _ => await Read(Page, me, from, request.Before ?? long.MaxValue, limit, cancellation),
        };
        return messages.OrderByDescending(message => message.Seq).Select(message => links.Sign(caller, message)).ToArray();
    }

    private async Task<List<MessageView>> Read(
        string sql, ChatMember me, long after, long before, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = me.ChatId });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = me.UserId });
        return await MessageSql.Read(command, cancellation);
    }
}
