using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>Takes someone out of a group, or oneself. Their row stays as a tombstone.</summary>
internal sealed class RemoveMember(
    StogramContext db, LockChat lockChat, Sight sight, Outbox outbox, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid chatId, Guid userId, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var leaver = locked is null ? null : await db.ChatMembers.FirstOrDefaultAsync(
            member => member.ChatId == chatId && member.UserId == userId && member.LeftAt == null, cancellation);
        if (leaver is null)
        {
            return Refusal.NotFound;
        }

        if (Refuse(locked!, leaver) is { } refusal)
        {
            return refusal;
        }

        var heir = leaver.Role == ChatRole.Owner ? await Heir(chatId, userId, cancellation) : null;
        leaver.LeftAt = time.GetUtcNow();
        leaver.Role = ChatRole.Member;
        leaver.Rev = locked!.Chat.NextRev();
        locked.Chat.MemberCount--;
        if (heir is not null)
        {
            heir.Role = ChatRole.Owner;
            heir.Rev = locked.Chat.NextRev();
        }

        await outbox.Add(db, [OutboxRow.Left(locked.Chat, userId)], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(leaver, heir, cancellation);
        return Nothing.Done;
    }

    private static Refusal? Refuse(LockedChat locked, ChatMember leaver)
    {
        var isMe = leaver.UserId == locked.Me.UserId;
        if (locked.Chat.Type == ChatType.Private || !isMe)
        {
            return GroupRights.RefuseChange(locked)
                ?? (leaver.Role <= locked.Me.Role ? Refusal.Forbidden("Only the owner can remove an admin.") : null);
        }

        return null;
    }

    /// <summary>A group is never without an owner: the longest-serving admin follows, else the longest-serving member.</summary>
    private Task<ChatMember?> Heir(Guid chatId, Guid leaverId, CancellationToken cancellation) =>
        db.ChatMembers
            .Where(member => member.ChatId == chatId && member.LeftAt == null && member.UserId != leaverId)
            .OrderBy(member => member.Role == ChatRole.Admin ? 0 : 1).ThenBy(member => member.JoinedAt).ThenBy(member => member.Rev)
            .FirstOrDefaultAsync(cancellation);

    private async Task Tell(ChatMember leaver, ChatMember? heir, CancellationToken cancellation)
    {
        await bus.Leave(leaver.ChatId, leaver.UserId);
        await bus.ToUser(leaver.UserId, "chat:removed", new ChatRemovedEvent(leaver.ChatId));
        Guid[] changed = heir is null ? [leaver.UserId] : [leaver.UserId, heir.UserId];
        var rows = db.ChatMembers.Where(member => member.ChatId == leaver.ChatId && changed.Contains(member.UserId));
        foreach (var change in await sight.ForAll(rows.OrderBy(member => member.Rev), cancellation))
        {
            await bus.ToChat(change.ChatId, "chat:member", change);
        }
    }
}
