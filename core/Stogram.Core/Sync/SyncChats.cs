using System.Data;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Topics;

namespace Stogram.Core.Sync;

/// <summary>
/// Brings a client to the server's state: for each chat what changed since its cursor, in one consistent snapshot.
/// There is no event log behind it, so the answer is bounded by the state and never by the time away.
/// </summary>
internal sealed class SyncChats(
    StogramContext db,
    Membership membership,
    ReadMine readMine,
    ReadChanges changes,
    ReadPersonal readPersonal,
    ReadTopics readTopics,
    FileLinks links,
    TimeProvider time) : IVerb
{
    private const int ChatsPerAnswer = 50;

    public async Task<Outcome<SyncView>> Run(Caller caller, SyncRequest request, CancellationToken cancellation)
    {
        if (SyncCursors.Read(request) is not { } cursors)
        {
            return Refusal.Invalid("chats", "Not a cursor of this server.");
        }

        // Told before the snapshot is taken: a read mark set in between comes twice rather than never.
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var mine = await membership.Of(caller).Include(member => member.Chat)
            .OrderByDescending(member => member.Chat!.ActiveAt).ThenByDescending(member => member.ChatId)
            .ToArrayAsync(cancellation);
        var changed = mine.Where(member => cursors.IsBehind(member.Chat!)).ToArray();
        var page = changed.Take(request.Limit ?? ChatsPerAnswer).ToArray();
        var reads = await changes.Reads(mine, page, Since(request, now), cancellation);
        var listed = page.Union(mine.Where(member => reads.ContainsKey(member.ChatId) && !changed.Contains(member))).ToArray();
        var personal = mine.Where(member => member.MeRev > cursors.Me).ToArray();
        var own = await readMine.Run(caller, [.. listed.Union(personal)], cancellation);
        var me = await readPersonal.Run(
            caller, cursors.Me, [.. personal.Select(member => MyChatState.Of(member.ChatId, own[member.ChatId]))], cancellation);
        ChatPlace[] places = [.. page.Select(member => cursors.Place(member))];
        var rows = await changes.Read(places, cancellation);
        var topics = await readTopics.Changed([.. places.Select(place => rows[place.ChatId].IsReset ? place with { Rev = null } : place)], cancellation);
        await transaction.CommitAsync(cancellation);
        var known = mine.Select(member => member.ChatId).ToHashSet();
        return new SyncView(
            [.. listed.Select(member => View(caller, member, own[member.ChatId], rows, reads, topics))],
            [.. request.Chats!.Keys.Where(id => !known.Contains(id))],
            me,
            now,
            changed.Length > page.Length);
    }

    /// <summary>After the clock was set back nothing can be told from a later time: all read marks come again.</summary>
    private static DateTimeOffset? Since(SyncRequest request, DateTimeOffset now) =>
        request.Since > now ? DateTimeOffset.UnixEpoch : request.Since;

    private ChatSync View(
        Caller caller,
        ChatMember member,
        MineView mine,
        Dictionary<Guid, ChatChanges> rows,
        Dictionary<Guid, ReadSync[]> reads,
        ILookup<Guid, TopicView> topics)
    {
        var change = rows.GetValueOrDefault(member.ChatId) ?? ChatChanges.None;
        return new(
            ChatView.Of(member.Chat!),
            mine,
            [.. change.Members],
            reads.GetValueOrDefault(member.ChatId) ?? [],
            [.. change.Messages.OrderByDescending(message => message.Seq).Select(message => links.Sign(caller, message))],
            [.. topics[member.ChatId]],
            ChatCursor.Of(member.Chat!).Write(),
            change.IsReset && change.Messages.Count > 0 && change.Messages.Min(message => message.Seq) > member.VisibleFromSeq + 1,
            change.IsReset);
    }
}
