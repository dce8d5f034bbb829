using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

public sealed record AddMembersRequest(
    [property: Required, MinLength(1), MaxLength(200)] Guid[]? UserIds) : IRequest;

/// <summary>Adds people to a group; who is in it already is left as they are.</summary>
internal sealed class AddMembers(
    StogramContext db, LockChat lockChat, Reach reach, Sight sight, Outbox outbox, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<MemberView[]>> Run(
        Caller caller, Guid chatId, AddMembersRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var ids = request.UserIds!.Distinct().ToArray();
        if (locked is null || !await db.Knows(caller, ids, cancellation))
        {
            return Refusal.NotFound;
        }

        if ((GroupRights.RefuseChange(locked) ?? await RefuseNew(caller, chatId, ids, cancellation)) is { } refusal)
        {
            return refusal;
        }

        var added = await Store(locked.Chat, ids, cancellation);
        await outbox.Add(db, [.. added.Select(id => OutboxRow.Joined(locked.Chat, id))], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(locked.Chat, added, cancellation);
        return await sight.Members(caller.UserId, Rows(chatId, ids), cancellation);
    }

    /// <summary>Who is in the group already need not be asked.</summary>
    private async Task<Refusal?> RefuseNew(Caller caller, Guid chatId, Guid[] ids, CancellationToken cancellation)
    {
        var inside = await Rows(chatId, ids).Where(member => member.LeftAt == null).Select(member => member.UserId)
            .ToListAsync(cancellation);
        return await reach.RefuseAdding(caller.UserId, [.. ids.Except(inside)], cancellation);
    }

    private IQueryable<ChatMember> Rows(Guid chatId, Guid[] ids) =>
        db.ChatMembers.Where(member => member.ChatId == chatId && ids.Contains(member.UserId));

    private async Task<Guid[]> Store(Chat chat, Guid[] ids, CancellationToken cancellation)
    {
        var known = await Rows(chat.Id, ids).ToDictionaryAsync(member => member.UserId, cancellation);
        var added = ids.Where(id => !known.TryGetValue(id, out var member) || member.LeftAt is not null).ToArray();
        foreach (var id in added)
        {
            if (!known.TryGetValue(id, out var member))
            {
                member = new() { ChatId = chat.Id, UserId = id, OrganizationId = chat.OrganizationId };
                db.ChatMembers.Add(member);
            }

            member.Role = ChatRole.Member;
            member.Rev = chat.NextRev();
            member.JoinedAt = time.GetUtcNow();
            member.LeftAt = null;
            member.VisibleFromSeq = chat.HistoryVisible ? 0 : chat.LastSeq;
        }

        chat.MemberCount += added.Length;
        return added;
    }

    private async Task Tell(Chat chat, Guid[] added, CancellationToken cancellation)
    {
        await bus.Join(chat.Id, added);
        foreach (var change in await sight.ForAll(Rows(chat.Id, added).OrderBy(member => member.Rev), cancellation))
        {
            await bus.ToChat(chat.Id, "chat:member", change);
            await bus.ToUser(change.Member.UserId, "chat:new", new ChatEvent(chat.Id, chat.Rev, ChatView.Of(chat)));
        }
    }
}
