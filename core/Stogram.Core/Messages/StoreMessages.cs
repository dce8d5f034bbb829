using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;
using Stogram.Plugins;

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
    bool IsSilent)
{
    /// <summary>What few messages have; null costs nothing.</summary>
    public SpecialParts? Special { get; init; }

    /// <summary>The role in which interceptors have judged it; null where nobody was asked.</summary>
    public ChatRole? JudgedAs { get; init; }

    /// <summary>Shown from what was sent: nothing in it must be looked up.</summary>
    public bool IsPlain => ReplyToId is null && FileIds.Length == 0 && Special is null;
}

/// <summary>What the store made of it.</summary>
internal sealed record StoredMessage(StoreVerdict Verdict, MessageView? Message)
{
    public bool IsNew => Verdict == StoreVerdict.Stored;
}

/// <param name="Threads">Those that were answered in.</param>
internal sealed record StoredBatch(StoredMessage[] Messages, ThreadEvent[] Threads);

internal enum StoreVerdict
{
    Stored,
    Repeated,
    TakenByAnother,
    AnotherRole,
    NotAMember,
    MayNotPost,
    MayNotSendFiles,
    UnknownReply,
    UnknownFile,
    WrongSecrecy,
    Blocked,
    Unreachable,
    UnknownTopic,
    TopicClosed,
}

/// <summary>
/// One transaction and one round trip for a batch: the chats' locks first, in id order, then, with a snapshot taken
/// under them, everything else. A statement keeps the snapshot it began with, so the two cannot be one: a repeat
/// stored by whom we waited for would not be seen.
/// </summary>
internal sealed class StoreMessages(NpgsqlDataSource database) : IDisposable
{
    public static readonly JsonElement NoExtra = JsonElement.Parse("{}");

    private static readonly ThreadEvent[] NoThreads = [];

    private const string Lock = "select from core.chats where id = any($1) order by id for no key update";

    private readonly KeptConnections connections = new(database);

    private readonly KeptPlan store = new(
        $"""
         with input as (
           select i.*, i.files::uuid[] as file_ids, i.parts::jsonb as special
           from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::boolean[], $10::text[], $11::text[])
             with ordinality as i (organization_id, chat_id, id, sender_id, content, reply_to_id, files, is_silent, parts, judged_as, ord)
         ), judged as (
           select i.*, c.last_seq, c.rev as last_rev, reply.seq as reply_to_seq,
             topical.topic_seq,
             case when c.type = 'GROUP' then coalesce(reply.thread_seq, reply.seq) end as thread_seq,
             $9 + least((i.special ->> 'expiresIn')::int, c.expires_in) * interval '1 second' as expires_at,
             case
               when i.special ? 'twin' and c.id is not null then case when old.id is null then 'Stored' else 'Repeated' end
               when mine.user_id is null then 'NotAMember'
               when old.sender_id = i.sender_id then 'Repeated'
               when old.sender_id is not null then 'TakenByAnother'
               when mine.role <> i.judged_as then 'AnotherRole'
               when not 'POST' = any(may.rights) then 'MayNotPost'
               when cardinality(i.file_ids) > 0 and not 'SEND_FILES' = any(may.rights) then 'MayNotSendFiles'
               when c.is_secret is distinct from coalesce(i.special ? 'encryptedContent', false) then 'WrongSecrecy'
               when i.reply_to_id is not null and reply.seq is null then 'UnknownReply'
               when i.special ? 'topic' and c.topics_from_seq is null then 'UnknownTopic'
               when topical.topic_seq is not null and not exists (
                 select from core.topics t where t.chat_id = c.id and t.seq = topical.topic_seq and t.deleted_at is null) then 'UnknownTopic'
               when topical.topic_seq is not null and c.has_topics and not 'CHANGE_INFO' = any(may.rights) and exists (
                 select from core.topics t where t.chat_id = c.id and t.seq = topical.topic_seq and t.is_closed) then 'TopicClosed'
               when cardinality(i.file_ids) > 0 and cardinality(i.file_ids) > (
                 select count(*) from core.files x where x.id = any(i.file_ids) and (x.owner_id = i.sender_id or exists (
                   select from core.message_files y
                   join core.memberships s on s.chat_id = y.chat_id and s.user_id = i.sender_id and s.visible_from_seq < y.seq
                   where y.file_id = x.id))) then 'UnknownFile'
               when c.type = 'PRIVATE' then coalesce((
                 select refusal from core.reach(i.sender_id, case c.low_user_id when i.sender_id then c.high_user_id else c.low_user_id end)),
                 'Stored')
               else 'Stored'
             end as verdict
           from input i
           left join core.chats c on c.id = i.chat_id and c.organization_id = i.organization_id
           left join core.memberships mine on mine.chat_id = c.id and mine.user_id = i.sender_id
           cross join lateral (
             select core.rights_of(c.member_rights, mine.role, mine.own_rights, mine.read_only_until, $9) as rights) may
           left join core.messages old on old.chat_id = i.chat_id and old.id = i.id
           left join core.messages reply on reply.chat_id = i.chat_id and reply.id = i.reply_to_id
             and not reply.is_deleted and reply.seq > mine.visible_from_seq
           cross join lateral (
             select case when c.topics_from_seq is not null
               then coalesce((i.special ->> 'topic')::bigint, reply.topic_seq, 0) end as topic_seq) topical
         ), numbered as (
           select j.*, j.last_seq + j.n as seq, j.last_rev + j.n as rev
           from (select *, row_number() over (partition by chat_id, verdict order by ord) as n from judged) j
         ), fresh as (
           select * from numbered where verdict = 'Stored'
         ), threaded as (
           select f.chat_id, f.thread_seq, count(*) as n, max(f.seq) as last_seq, array_agg(f.sender_id order by f.seq desc) as people,
             max(f.last_rev) + (select count(*) from fresh x where x.chat_id = f.chat_id)
               + row_number() over (partition by f.chat_id order by f.thread_seq) as rev
           from fresh f where f.thread_seq is not null group by f.chat_id, f.thread_seq
         ), rooted as (
           update core.messages m
           set rev = t.rev, reply_count = m.reply_count + t.n, last_reply_seq = t.last_seq, last_reply_at = $9,
               repliers = array(select who from unnest(t.people || m.repliers) with ordinality as said (who, at)
                                group by who order by min(at) limit 3)
           from threaded t where m.chat_id = t.chat_id and m.seq = t.thread_seq
           returning json_build_object('chatId', m.chat_id, 'rev', m.rev, 'id', m.id, 'seq', m.seq, 'thread', json_build_object(
             'count', m.reply_count, 'lastSeq', m.last_reply_seq, 'lastAt', m.last_reply_at, 'by', m.repliers)) as event
         ), bumped as (
           update core.chats c
           set last_seq = c.last_seq + news.n, rev = c.rev + news.n + (select count(*) from threaded t where t.chat_id = c.id),
               active_at = greatest(c.active_at, $9)
           from (select chat_id, count(*) as n from fresh group by chat_id) news where c.id = news.chat_id
         ), stored as (
           insert into core.messages
             (chat_id, seq, id, organization_id, rev, sender_id, type, content, reply_to_seq, file_ids, is_silent, created_at, updated_at,
              expires_at, forwarded_from, quote, extra, is_encrypted, encrypted_content, posted_by, hides_preview, mentions, hashtags, thread_seq, topic_seq, twin_chat_id, twin_seq)
           select chat_id, seq, id, organization_id, rev, sender_id,
                  case when special ? 'type' then special ->> 'type' when cardinality(file_ids) = 0 then '{MessageTypes.Text}'
                    else (select min({MessageTypes.Sql("x")}) from core.files x where x.id = any(file_ids)) end,
                  case when special ? 'encryptedContent' then null else content end, reply_to_seq, file_ids, is_silent, $9, $9,
                  expires_at, special -> 'forwardedFrom', special -> 'quote', coalesce(special -> 'extra', '{"{}"}'),
                  coalesce(special ? 'encryptedContent', false), special ->> 'encryptedContent', special ->> 'plugin', coalesce(special ? 'hidePreview', false),
                  case when special ? 'mentions' then array(select jsonb_array_elements_text(special -> 'mentions'))::uuid[] else '{"{}"}' end,
                  case when special ? 'hashtags' then array(select jsonb_array_elements_text(special -> 'hashtags')) else '{"{}"}' end,
                  thread_seq, topic_seq, (special -> 'twin' ->> 'chatId')::uuid, (special -> 'twin' ->> 'seq')::bigint
           from fresh
           returning chat_id, seq, file_ids
         ), linked as (
           insert into core.message_files (file_id, chat_id, seq)
           select distinct file_id, chat_id, seq from stored cross join unnest(file_ids) as file_id
         ), told as (
           insert into core.outbox (events)
           select json_agg(case when special ? 'plugin'
             then json_build_object(
               'kind', 'MessagePosted', 'organization_id', organization_id, 'chat_id', chat_id, 'user_id', sender_id,
               'message_id', id, 'seq', seq, 'plugin', special ->> 'plugin', 'depth', (special ->> 'depth')::int)
             else json_build_object(
               'kind', 'MessagePosted', 'organization_id', organization_id, 'chat_id', chat_id, 'user_id', sender_id,
               'message_id', id, 'seq', seq) end order by chat_id, seq)
           from fresh having count(*) > 0
         )
         select verdict, seq, rev, expires_at, (select json_agg(event)::text from rooted) from numbered order by ord
         """);

    private static readonly string ReadBack =
        $"""
         select {MessageSql.Columns} from unnest($1::uuid[], $2::uuid[]) as wanted (chat_id, id)
         join core.messages m on m.chat_id = wanted.chat_id and m.id = wanted.id {MessageSql.Joins()}
         """;

    public Task<StoredBatch> Run(IReadOnlyList<NewMessage> messages, DateTimeOffset now, CancellationToken cancellation) =>
        connections.Use(connection => Store(connection, messages, ToMicroseconds(now), cancellation), cancellation);

    public void Dispose() => connections.Dispose();

    private async Task<StoredBatch> Store(
        NpgsqlConnection connection, IReadOnlyList<NewMessage> messages, DateTimeOffset now, CancellationToken cancellation)
    {
        var (numbered, threads) = await Write(connection, messages, now, cancellation);
        var read = await ReadOthers(connection, messages, numbered, cancellation);
        return new([.. messages.Zip(numbered, (message, place) => place.Verdict switch
        {
            StoreVerdict.Stored when message.IsPlain => new StoredMessage(place.Verdict, View(message, place, now)),
            StoreVerdict.Stored or StoreVerdict.Repeated => new(place.Verdict, read[(message.ChatId, message.Id)]),
            _ => new(place.Verdict, null),
        })], threads);
    }

    /// <summary>
    /// A batch that is sent as one is one transaction, without words: it is committed when the server says that it is
    /// ready for more, which is the last thing that is read here.
    /// </summary>
    private async Task<(Place[] Places, ThreadEvent[] Threads)> Write(
        NpgsqlConnection connection, IReadOnlyList<NewMessage> messages, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(KeptPlan.Keep), LockCommand(messages), new(Outbox.TakeTurn), StoreCommand(messages, now) },
        };
        // Sent and parsed once on each of the kept connections.
        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        for (var skipped = 1; skipped < batch.BatchCommands.Count; skipped++)
        {
            await reader.NextResultAsync(cancellation);
        }

        var (places, threads) = (new Place[messages.Count], NoThreads);
        for (var i = 0; await reader.ReadAsync(cancellation); i++)
        {
            if (i == 0 && !await reader.IsDBNullAsync(4, cancellation))
            {
                threads = JsonSerializer.Deserialize(reader.GetString(4), CoreJson.Default.ThreadEventArray)!;
            }

            var verdict = Enum.Parse<StoreVerdict>(reader.GetString(0));
            places[i] = verdict == StoreVerdict.Stored
                ? new(verdict, reader.GetInt64(1), reader.GetInt64(2), await reader.IsDBNullAsync(3, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(3))
                : new(verdict, 0, 0, null);
        }

        await reader.NextResultAsync(cancellation);
        return (places, threads);
    }

    /// <summary>What the batch itself does not say in full: repeats, and what hangs on files or on another message.</summary>
    private static async Task<Dictionary<(Guid, Guid), MessageView>> ReadOthers(
        NpgsqlConnection connection, IReadOnlyList<NewMessage> messages, Place[] places, CancellationToken cancellation)
    {
        var wanted = messages.Where((message, i) =>
            places[i].Verdict == StoreVerdict.Repeated || (places[i].Verdict == StoreVerdict.Stored && !message.IsPlain)).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        await using var command = new NpgsqlCommand(ReadBack, connection)
        {
            Parameters =
            {
                Column(wanted, NpgsqlDbType.Uuid, message => message.ChatId),
                Column(wanted, NpgsqlDbType.Uuid, message => message.Id),
            },
        };
        return (await MessageSql.Read(command, cancellation)).ToDictionary(message => (message.ChatId, message.Id));
    }

    private static MessageView View(NewMessage message, Place place, DateTimeOffset now) => new(
        message.Id, message.ChatId, place.Seq, place.Rev, message.SenderId, MessageTypes.Text, message.Content, null, [], [], [], [],
        IsEncrypted: false, EncryptedContent: null, IsEdited: false, IsDeleted: false, message.IsSilent, IsPinned: false,
        place.ExpiresAt, CreatedAt: now, UpdatedAt: now, NoExtra);

    // As exact as the database keeps it: a repeat is answered with the same time.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static NpgsqlBatchCommand LockCommand(IReadOnlyList<NewMessage> messages) => new(Lock)
    {
        Parameters = { new() { Value = messages.Select(message => message.ChatId).Distinct().ToArray() } },
    };

    private NpgsqlBatchCommand StoreCommand(IReadOnlyList<NewMessage> messages, DateTimeOffset now) => new(store.Next())
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
            Column(messages, NpgsqlDbType.Text, message => message.Special?.Json()),
            Column(messages, NpgsqlDbType.Text, message => message.JudgedAs is { } role ? UpperSnake.Write(role) : null),
        },
    };

    private static NpgsqlParameter Column<T>(
        IReadOnlyList<NewMessage> messages, NpgsqlDbType type, Func<NewMessage, T> value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = messages.Select(value).ToArray() };

    private readonly record struct Place(StoreVerdict Verdict, long Seq, long Rev, DateTimeOffset? ExpiresAt);
}
