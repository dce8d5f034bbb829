using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sync;

internal sealed record ChatChanges(List<MessageView> Messages, MemberView[] Members, bool IsReset)
{
    public static readonly ChatChanges None = new([], [], false);
}

/// <summary>
/// The rows of each chat whose <c>rev</c> is above the client's. More than 200, or a chat that is new to it: the newest
/// 50 messages instead, with the members that are needed to show them.
/// </summary>
internal sealed class ReadChanges(StogramContext db, ShownMarks marks, Sight sight) : IVerb
{
    public const int MostRows = 200;

    private static readonly string Changed =
        $"""
         select {MessageSql.Columns} from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as place (chat_id, rev, visible_from_seq)
         cross join lateral (
           select x.* from core.messages x
           where x.chat_id = place.chat_id and x.rev > place.rev and x.seq > place.visible_from_seq and {MessageSql.NotHidden("x", "$5")}
           order by x.rev limit $4) m
         {MessageSql.Joins("$5")}
         """;

    private static readonly string Newest =
        $"""
         select {MessageSql.Columns} from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as place (chat_id, rev, visible_from_seq)
         cross join lateral (
           select x.* from core.messages x where x.chat_id = place.chat_id and x.seq > place.visible_from_seq and {MessageSql.NotHidden("x", "$5")}
           order by x.seq desc limit $4) m
         {MessageSql.Joins("$5")}
         """;

    public async Task<Dictionary<Guid, ChatChanges>> Read(ChatPlace[] places, CancellationToken cancellation)
    {
        var known = places.Where(place => place.Rev is not null).ToArray();
        var messages = (await Messages(Changed, known, MostRows + 1, cancellation)).ToLookup(message => message.ChatId);
        var members = (await ChangedMembers(known, cancellation)).ToLookup(member => member.ChatId);
        var fits = known
            .Where(place => messages[place.ChatId].Count() + members[place.ChatId].Count() <= MostRows)
            .ToDictionary(
                place => place.ChatId,
                place => new ChatChanges([.. messages[place.ChatId]], [.. members[place.ChatId]], false));
        foreach (var (chatId, reset) in await Reset([.. places.Where(place => !fits.ContainsKey(place.ChatId))], cancellation))
        {
            fits.Add(chatId, reset);
        }

        return fits;
    }

    /// <summary>
    /// Marks that moved since the client last asked, for chats small enough to show who read what. A minute of
    /// overlap covers marks whose transaction was still open then.
    /// </summary>
    public async Task<Dictionary<Guid, ReadSync[]>> Reads(
        ChatMember[] mine, ChatMember[] page, DateTimeOffset? since, CancellationToken cancellation)
    {
        var moved = since?.ToUniversalTime() - TimeSpan.FromSeconds(60);
        Guid[] shown = [.. page.Select(member => member.ChatId)];
        var reads = await marks.In(mine.Length == 0 ? default : mine[0].UserId, [.. mine.Select(member => member.ChatId)])
            .Where(mark => (mark.ReadSeq > 0 || mark.DeliveredSeq > 0)
                && (shown.Contains(mark.ChatId) || (moved != null && (mark.ReadAt > moved || mark.DeliveredAt > moved))))
            .Select(mark => new { mark.ChatId, mark.UserId, mark.ReadSeq, mark.DeliveredSeq })
            .ToListAsync(cancellation);
        return reads.GroupBy(read => read.ChatId).ToDictionary(
            chat => chat.Key, chat => chat.Select(read => new ReadSync(read.UserId, read.ReadSeq, read.DeliveredSeq)).ToArray());
    }

    private async Task<Dictionary<Guid, ChatChanges>> Reset(ChatPlace[] places, CancellationToken cancellation)
    {
        var messages = (await Messages(Newest, places, 50, cancellation)).ToLookup(message => message.ChatId);
        Guid[] chats = [.. places.Select(place => place.ChatId)];
        // The rest is read by pages: a chat of ten thousand does not come whole.
        Guid[] shown = [.. messages.SelectMany(chat => chat).SelectMany(Shown).Distinct()];
        var me = Viewer(places);
        var rows = db.ChatMembers.FromSql(
            $"""
             select m.* from unnest({chats}) as place (chat_id)
             cross join lateral (
               (select * from core.memberships x where x.chat_id = place.chat_id order by core.rank_of(x.role), x.user_id limit {MostRows})
               union
               select * from core.chat_members x where x.chat_id = place.chat_id and (x.user_id = any({shown}) or x.user_id = {me})) m
             """);
        var members = await sight.Members(me, rows, cancellation);
        var byChat = members.ToLookup(member => member.ChatId);
        return places.ToDictionary(
            place => place.ChatId,
            place => new ChatChanges([.. messages[place.ChatId]], [.. byChat[place.ChatId]], true));
    }

    /// <summary>Whose names a message is shown with.</summary>
    private static IEnumerable<Guid> Shown(MessageView message) =>
    [
        message.SenderId,
        .. message.ReplyTo is { } reply ? [reply.SenderId] : Array.Empty<Guid>(),
        .. message.Thread?.By ?? [],
        .. WriteLine.Named(message),
    ];

    private async Task<List<MessageView>> Messages(string sql, ChatPlace[] places, int limit, CancellationToken cancellation)
    {
        if (places.Length == 0)
        {
            return [];
        }

        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = places.Select(place => place.ChatId).ToArray() });
        command.Parameters.Add(new() { Value = places.Select(place => place.Rev ?? 0).ToArray() });
        command.Parameters.Add(new() { Value = places.Select(place => place.VisibleFromSeq).ToArray() });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = Viewer(places) });
        return await MessageSql.Read(command, cancellation);
    }

    private Task<MemberView[]> ChangedMembers(ChatPlace[] places, CancellationToken cancellation)
    {
        Guid[] chats = [.. places.Select(place => place.ChatId)];
        long[] revs = [.. places.Select(place => place.Rev!.Value)];
        var rows = db.ChatMembers.FromSql(
            $"""
             select m.* from unnest({chats}, {revs}) as place (chat_id, rev)
             cross join lateral (
               select * from core.chat_members x where x.chat_id = place.chat_id and x.rev > place.rev
               order by x.rev limit {MostRows + 1}) m
             """);
        return sight.Members(Viewer(places), rows, cancellation);
    }

    private static Guid Viewer(ChatPlace[] places) => places.Select(place => place.UserId).FirstOrDefault();
}
