using System.Text.Json;
using Npgsql;
using Stogram.Core.Files;
using Stogram.Core.Previews;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>How a message is read, once for send, history and sync: rows named <c>m</c> in, views out.</summary>
internal static class MessageSql
{
    public const string Columns =
        """
        m.id, m.chat_id, m.seq, m.rev, m.sender_id, m.type, m.content, m.mentions, m.hashtags,
        m.is_encrypted, m.encrypted_content, m.is_edited, m.is_deleted, m.is_silent, m.pinned_at is not null,
        m.expires_at, m.created_at, m.updated_at, m.extra::text,
        r.id, r.seq, r.sender_id, case when not r.is_deleted then left(r.content, 200) end,
        f.files, y.reactions, m.forwarded_from::text, case when not r.is_deleted then m.quote::text end,
        m.preview::text, p.picture, m.hides_preview,
        m.thread_seq, m.reply_count, m.last_reply_seq, m.last_reply_at, m.repliers, nullif(m.topic_seq, 0), m.twin_chat_id, m.twin_seq
        """;

    /// <param name="viewer">SQL for who looks, so that their own reactions are marked; nobody in events.</param>
    public static string Joins(string viewer = "null::uuid") =>
        $"""
        left join core.messages r on r.chat_id = m.chat_id and r.seq = m.reply_to_seq
        left join lateral (
          select json_agg({FileRow.Sql("x")}
                          order by array_position(m.file_ids, x.id))::text as files
          from core.files x where cardinality(m.file_ids) > 0 and x.id = any(m.file_ids)) f on true
        left join lateral (
          select json_agg(json_build_object('emoji', e.emoji, 'count', e.count, 'mine', e.mine) order by e.since)::text as reactions
          from (
            select emoji, count(*) as count, bool_or(z.user_id = {viewer}) as mine, min(z.created_at) as since
            from core.reactions z where z.chat_id = m.chat_id and z.seq = m.seq group by emoji) e) y on true
        left join lateral (
          select {FileRow.Sql("x")}::text as picture from core.files x where x.id = (m.preview ->> 'fileId')::uuid) p on true
        """;

    /// <summary>Leaves out what the viewer deleted for themselves.</summary>
    public static string NotHidden(string message, string viewer) =>
        $"""
         not exists (select from core.hidden_messages h
           where h.user_id = {viewer} and h.chat_id = {message}.chat_id and h.seq = {message}.seq)
         """;

    public static async Task<List<MessageView>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var messages = new List<MessageView>();
        while (await reader.ReadAsync(cancellation))
        {
            messages.Add(Row(reader, 0));
        }

        return messages;
    }

    /// <summary>The view of the row whose <see cref="Columns"/> begin at <paramref name="at"/>.</summary>
    public static MessageView Row(NpgsqlDataReader row, int at) => new(
        Id: row.GetGuid(at),
        ChatId: row.GetGuid(at + 1),
        Seq: row.GetInt64(at + 2),
        Rev: row.GetInt64(at + 3),
        SenderId: row.GetGuid(at + 4),
        Type: row.GetString(at + 5),
        Content: Text(row, at + 6),
        ReplyTo: row.IsDBNull(at + 19)
            ? null
            : new(row.GetGuid(at + 19), row.GetInt64(at + 20), row.GetGuid(at + 21), Text(row, at + 22))
            {
                Quote = Text(row, at + 26) is { } quote ? JsonSerializer.Deserialize(quote, CoreJson.Default.QuoteView) : null,
            },
        Files: Text(row, at + 23) is { } files ? Files(files) : [],
        Reactions: Text(row, at + 24) is { } reactions
            ? JsonSerializer.Deserialize(reactions, CoreJson.Default.ReactionViewArray)!
            : [],
        Mentions: row.GetFieldValue<Guid[]>(at + 7),
        Hashtags: row.GetFieldValue<string[]>(at + 8),
        IsEncrypted: row.GetBoolean(at + 9),
        EncryptedContent: Text(row, at + 10),
        IsEdited: row.GetBoolean(at + 11),
        IsDeleted: row.GetBoolean(at + 12),
        IsSilent: row.GetBoolean(at + 13),
        IsPinned: row.GetBoolean(at + 14),
        ExpiresAt: row.IsDBNull(at + 15) ? null : row.GetFieldValue<DateTimeOffset>(at + 15),
        CreatedAt: row.GetFieldValue<DateTimeOffset>(at + 16),
        UpdatedAt: row.GetFieldValue<DateTimeOffset>(at + 17),
        Extra: JsonElement.Parse(row.GetString(at + 18)))
    {
        ForwardedFrom = Text(row, at + 25) is { } origin ? JsonSerializer.Deserialize(origin, CoreJson.Default.OriginView) : null,
        Preview = PreviewRow.Read(Text(row, at + 27))?.View(Text(row, at + 28)),
        HidesPreview = row.GetBoolean(at + 29),
        ThreadSeq = row.IsDBNull(at + 30) ? null : row.GetInt64(at + 30),
        Thread = row.GetInt32(at + 31) == 0
            ? null
            : new(row.GetInt32(at + 31), row.GetInt64(at + 32), row.GetFieldValue<DateTimeOffset>(at + 33), row.GetFieldValue<Guid[]>(at + 34)),
        TopicSeq = row.IsDBNull(at + 35) ? null : row.GetInt64(at + 35),
        Twin = row.IsDBNull(at + 36) ? null : new(row.GetGuid(at + 36), row.GetInt64(at + 37)),
    };

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static FileView[] Files(string json) =>
        [.. JsonSerializer.Deserialize(json, CoreJson.Default.FileRowArray)!.Select(FileView.Of)];
}
