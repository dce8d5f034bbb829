using Microsoft.EntityFrameworkCore;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

/// <summary>Takes someone out of a group, or oneself. Their row stays as a tombstone, and keeps a ban.</summary>
internal sealed class RemoveMember(
    StogramContext db, LockChat lockChat, Sight sight, WriteLine line, Outbox outbox, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid chatId, Guid userId, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        // Lesson 2: a member of this chat, not a member of any.
        var leaver = locked is null ? null : await Find(chatId, userId, cancellation);
        if (leaver is not { LeftAt: null })
        {
            return Refusal.NotFound;
        }

        if (Refuse(locked!, leaver) is { } refusal)
        {
            return refusal;
        }

        await TakeOut(locked!, leaver, cancellation);
        return Nothing.Done;
    }

    /// <summary>Also somebody who is not here: they are not to come.</summary>
    public async Task<Outcome<Nothing?>> Ban(
        Caller caller, Guid chatId, Guid userId, UntilRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var other = locked is null ? null : await Find(chatId, userId, cancellation);
        if (locked is null || (other is null && !await db.Knows(caller, [userId], cancellation)))
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.Ban) is { } refusal)
        {
            return refusal;
        }

        if (other is null)
        {
            other = new()
            {
                ChatId = chatId,
                UserId = userId,
                OrganizationId = caller.OrganizationId,
                Role = ChatRole.Member,
                JoinedAt = locked.Now,
                LeftAt = locked.Now,
                Rev = locked.Chat.NextRev(),
            };
            db.ChatMembers.Add(other);
        }

        if (other.LeftAt is null && GroupRights.RefuseOver(locked, other) is { } tooHigh)
        {
            return tooHigh;
        }

        other.BannedUntil = request.End;
        if (other.LeftAt is null)
        {
            await TakeOut(locked, other, cancellation);
        }
        else
        {
            await locked.Commit(cancellation);
        }

        return Nothing.Done;
    }

    private Task<ChatMember?> Find(Guid chatId, Guid userId, CancellationToken cancellation) =>
        db.ChatMembers.FirstOrDefaultAsync(member => member.ChatId == chatId && member.UserId == userId, cancellation);

    private async Task TakeOut(LockedChat locked, ChatMember leaver, CancellationToken cancellation)
    {
        var (chat, isMe) = (locked.Chat, leaver.UserId == locked.Me.UserId);
        var heir = leaver.Role == ChatRole.Owner ? await Heir(chat.Id, leaver.UserId, cancellation) : null;
        leaver.LeftAt = time.GetUtcNow();
        leaver.Role = ChatRole.Member;
        (leaver.OwnRights, leaver.Title) = (null, null);
        leaver.Rev = chat.NextRev();
        if (heir is not null)
        {
            heir.Role = ChatRole.Owner;
            (heir.OwnRights, heir.ReadOnlyUntil) = (null, null);
            heir.Rev = chat.NextRev();
        }

        OutboxRow? said = WriteLine.TellsOfMembers(chat)
            ? await line.Run(locked, isMe ? new("LEFT") : new("REMOVED", [leaver.UserId]), cancellation)
            : null;
        chat.MemberCount--;
        OutboxRow[] events = [OutboxRow.Left(chat, leaver.UserId)];
        await outbox.Add(db, said is null ? events : [.. events, said], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(leaver, heir, cancellation);
        await (said is null ? Task.CompletedTask : line.Tell(said));
    }

    private static Refusal? Refuse(LockedChat locked, ChatMember leaver)
    {
        var isMe = leaver.UserId == locked.Me.UserId;
        if (locked.Chat.Type == ChatType.Private || !isMe)
        {
            return GroupRights.Refuse(locked, ChatRight.Ban) ?? GroupRights.RefuseOver(locked, leaver);
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
