using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Sync;

namespace Stogram.Core.Topics;

/// <summary>The topics of a group, with what was said last in each and how much of it is unread. There are never more than the limit.</summary>
internal sealed class ReadTopics(
    StogramContext db, NpgsqlDataSource database, Membership membership, FileLinks links, CoreOptions options) : IVerb
{
    /// <summary>The messages of a topic <c>t</c> in a chat <c>c</c>, each part by its index: the general one has also what is older than topics.</summary>
    private static string Newest(string columns, string where, string limit) =>
        $"""
         (select {columns} from (
            (select * from core.messages x where x.chat_id = t.chat_id and x.topic_seq = t.seq and {where} order by x.seq desc limit {limit})
            union all
            (select * from core.messages x where t.seq = 0 and x.chat_id = t.chat_id and x.seq <= c.topics_from_seq and {where}
             order by x.seq desc limit {limit})) x
          order by x.seq desc limit {limit})
         """;

    private static readonly string Unread =
        $"""
         select t.seq, (select count(*) from {Newest(
           "x.seq",
           "x.seq > greatest(m.last_read_seq, m.visible_from_seq, coalesce(r.read_seq, 0)) and x.sender_id <> m.user_id and not x.is_deleted and not (x.type = 'SYSTEM' and x.is_silent)",
           "$3")} unread)::int
         from core.memberships m
         join core.chats c on c.id = m.chat_id
         join core.topics t on t.chat_id = c.id and t.deleted_at is null
         left join core.thread_marks r on r.user_id = m.user_id and r.chat_id = m.chat_id and r.thread_seq = t.seq
         where m.chat_id = $1 and m.user_id = $2
         """;

    private static readonly string Last =
        $"""
         select {MessageSql.Columns}
         from core.memberships s
         join core.chats c on c.id = s.chat_id
         join core.topics t on t.chat_id = c.id and t.deleted_at is null
         cross join lateral {Newest(
           "x.*", $"x.seq > s.visible_from_seq and not x.is_deleted and {MessageSql.NotHidden("x", "$2")}", "$3")} m
         {MessageSql.Joins("$2")}
         where s.chat_id = $1 and s.user_id = $2
         """;

    private const int MostUnread = 99;

    public async Task<Outcome<ListedTopicView[]>> Run(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        var topics = await db.Topics.AsNoTracking().Where(topic => topic.ChatId == chatId && topic.DeletedAt == null)
            .OrderBy(topic => topic.Seq).Take(options.Chats.Topics + 1).ToArrayAsync(cancellation);
        await using var last = Command(Last, chatId, caller.UserId, 1);
        var said = (await MessageSql.Read(last, cancellation)).ToDictionary(message => message.TopicSeq ?? Topic.General);
        var unread = await Count(chatId, caller.UserId, cancellation);
        return topics.Select(topic => new ListedTopicView(
            TopicView.Of(topic),
            said.TryGetValue(topic.Seq, out var message) ? links.Sign(caller, message) : null,
            unread.GetValueOrDefault(topic.Seq))).ToArray();
    }

    /// <summary>Those that changed since; all of a chat that is new to the client.</summary>
    public async Task<ILookup<Guid, TopicView>> Changed(ChatPlace[] places, CancellationToken cancellation)
    {
        Guid[] chats = [.. places.Select(place => place.ChatId)];
        long[] revs = [.. places.Select(place => place.Rev ?? 0)];
        var rows = await db.Topics.FromSql(
            $"""
             select t.* from unnest({chats}, {revs}) as place (chat_id, rev)
             join core.topics t on t.chat_id = place.chat_id and t.rev > place.rev
             """).AsNoTracking().ToArrayAsync(cancellation);
        return rows.ToLookup(topic => topic.ChatId, TopicView.Of);
    }

    private async Task<Dictionary<long, int>> Count(Guid chatId, Guid userId, CancellationToken cancellation)
    {
        await using var command = Command(Unread, chatId, userId, MostUnread);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<long, int>();
        while (await reader.ReadAsync(cancellation))
        {
            counts[reader.GetInt64(0)] = reader.GetInt32(1);
        }

        return counts;
    }

    private NpgsqlCommand Command(string sql, Guid chatId, Guid userId, int limit)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = userId });
        command.Parameters.Add(new() { Value = limit });
        return command;
    }
}
