using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>A message on its way into the store.</summary>
internal sealed record NewMessage(
    Guid OrganizationId,
    Guid ChatId,
    Guid Id,
    Guid SenderId,
    string Content,
    Guid? ReplyToId,
    Guid[] FileIds,
    bool IsSilent);

/// <summary>What the store made of it.</summary>
internal sealed record StoredMessage(StoreVerdict Verdict, MessageView? Message)
{
    public bool IsNew => Verdict == StoreVerdict.Stored;
}

internal enum StoreVerdict
{
    Stored,
    Repeated,
    TakenByAnother,
    NotAMember,
    MayNotPost,
    UnknownReply,
    UnknownFile,
}

/// <summary>
/// One transaction and one round trip for a batch: the chats' locks first, in id order, then, with a snapshot taken
/// under them, everything else. A statement keeps the snapshot it began with, so the two cannot be one: a repeat
/// stored by whom we waited for would not be seen.
/// </summary>
internal sealed class StoreMessages(NpgsqlDataSource database)
{
    private const string Lock = "select from core.chats where id = any($1) order by id for no key update";

    private static readonly string Store =
        $"""
         with input as (
           select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::boolean[])
             with ordinality as i (organization_id, chat_id, id, sender_id, content, reply_to_id, files, is_silent, ord)
         ), judged as (
           select i.*, i.files::uuid[] as file_ids, old.sender_id as stored_by, reply.seq as reply_to_seq, f.type,
             case
               when mine.user_id is null then 'NotAMember'
               when old.sender_id = i.sender_id then 'Repeated'
               when old.sender_id is not null then 'TakenByAnother'
               when c.type = 'CHANNEL' and mine.role = 'MEMBER' then 'MayNotPost'
               when i.reply_to_id is not null and reply.seq is null then 'UnknownReply'
               when f.known < cardinality(i.files::uuid[]) then 'UnknownFile'
               else 'Stored'
             end as verdict
           from input i
           left join core.chats c on c.id = i.chat_id and c.organization_id = i.organization_id
           left join core.memberships mine on mine.chat_id = c.id and mine.user_id = i.sender_id
           left join core.messages old on old.chat_id = i.chat_id and old.id = i.id
           left join core.messages reply on reply.chat_id = i.chat_id and reply.id = i.reply_to_id
             and not reply.is_deleted and reply.seq > mine.visible_from_seq
           cross join lateral (
             select count(*) as known, coalesce(min({MessageTypes.Sql("x.content_type")}), 'TEXT') as type
             from core.files x where x.id = any(i.files::uuid[]) and x.owner_id = i.sender_id) f
         ), fresh as (
           select j.*, row_number() over (partition by chat_id order by ord) as n from judged j where verdict = 'Stored'
         ), bumped as (
           update core.chats c
           set last_seq = c.last_seq + news.n, rev = c.rev + news.n, active_at = greatest(c.active_at, $9)
           from (select chat_id, count(*) as n from fresh group by chat_id) news where c.id = news.chat_id
           returning c.id, c.last_seq - news.n as seq, c.rev - news.n as rev
         ), stored as (
           insert into core.messages
             (chat_id, seq, id, organization_id, rev, sender_id, type, content, reply_to_seq, file_ids, is_silent, created_at, updated_at)
           select f.chat_id, b.seq + f.n, f.id, f.organization_id, b.rev + f.n, f.sender_id, f.type, f.content,
                  f.reply_to_seq, f.file_ids, f.is_silent, $9, $9
           from fresh f join bumped b on b.id = f.chat_id
           returning *
         ), linked as (
           insert into core.message_files (file_id, chat_id, seq)
           select distinct file_id, chat_id, seq from stored cross join unnest(file_ids) as file_id
         ), told as (
           insert into core.outbox (organization_id, chat_id, kind, user_id, message_id, seq)
           select organization_id, chat_id, 'MessagePosted', sender_id, id, seq from stored order by chat_id, seq
         ), m as (
           select * from stored
           union all
           select x.* from core.messages x join judged j on j.chat_id = x.chat_id and j.id = x.id where j.verdict = 'Repeated'
         )
         select j.verdict, m.id is not null, {MessageSql.Columns}
         from judged j left join m on m.chat_id = j.chat_id and m.id = j.id {MessageSql.Joins()}
         order by j.ord
         """;

    public async Task<StoredMessage[]> Run(
        IReadOnlyList<NewMessage> messages, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { LockCommand(messages), new(Outbox.TakeTurn), StoreCommand(messages, now) },
        };
        var stored = await Read(batch, messages.Count, cancellation);
        await transaction.CommitAsync(cancellation);
        return stored;
    }

    private static NpgsqlBatchCommand LockCommand(IReadOnlyList<NewMessage> messages) => new(Lock)
    {
        Parameters = { new() { Value = messages.Select(message => message.ChatId).Distinct().ToArray() } },
    };

    private static NpgsqlBatchCommand StoreCommand(IReadOnlyList<NewMessage> messages, DateTimeOffset now) => new(Store)
    {
        Parameters =
        {
            Column(messages, NpgsqlDbType.Uuid, message => message.OrganizationId),
            Column(messages, NpgsqlDbType.Uuid, message => message.ChatId),
            Column(messages, NpgsqlDbType.Uuid, message => message.Id),
            Column(messages, NpgsqlDbType.Uuid, message => message.SenderId),
            Column(messages, NpgsqlDbType.Text, message => message.Content),
            Column(messages, NpgsqlDbType.Uuid, message => message.ReplyToId),
            Column(messages, NpgsqlDbType.Text, message => $"{{{string.Join(',', message.FileIds)}}}"),
            Column(messages, NpgsqlDbType.Boolean, message => message.IsSilent),
            new() { Value = now },
        },
    };

    private static NpgsqlParameter Column<T>(
        IReadOnlyList<NewMessage> messages, NpgsqlDbType type, Func<NewMessage, T> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = messages.Select(value).ToArray() };

    private static async Task<StoredMessage[]> Read(NpgsqlBatch batch, int count, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var stored = new StoredMessage[count];
        for (var i = 0; await reader.ReadAsync(cancellation); i++)
        {
            stored[i] = new(
                Enum.Parse<StoreVerdict>(reader.GetString(0)),
                reader.GetBoolean(1) ? MessageSql.Row(reader, 2) : null);
        }

        return stored;
    }
}
