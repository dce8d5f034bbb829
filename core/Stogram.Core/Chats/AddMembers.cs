using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

public sealed record AddMembersRequest(
    [property: Required, MinLength(1), MaxLength(200)] Guid[]? UserIds) : IRequest;

/// <summary>Adds people to a group; who is in it already is left as they are.</summary>
internal sealed class AddMembers(StogramContext db, LockChat lockChat, Outbox outbox, IBus bus, TimeProvider time) : IVerb
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

        if (GroupRights.RefuseChange(locked) is { } refusal)
        {
            return refusal;
        }

        var added = await Store(locked.Chat, ids, cancellation);
        await outbox.Add(db, [.. added.Select(id => OutboxRow.Joined(locked.Chat, id))], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        var views = await db.ChatMembers.Where(member => member.ChatId == chatId && ids.Contains(member.UserId))
            .Select(MemberView.Of).ToArrayAsync(cancellation);
        await Tell(locked.Chat, added, views);
        return views;
    }

    private async Task<Guid[]> Store(Chat chat, Guid[] ids, CancellationToken cancellation)
    {
        var known = await db.ChatMembers.Where(member => member.ChatId == chat.Id && ids.Contains(member.UserId))
            .ToDictionaryAsync(member => member.UserId, cancellation);
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

    private async Task Tell(Chat chat, Guid[] added, MemberView[] members)
    {
        await bus.Join(chat.Id, added);
        foreach (var member in members.Where(member => added.Contains(member.UserId)).OrderBy(member => member.Rev))
        {
            await bus.ToChat(chat.Id, "chat:member", new ChatMemberEvent(chat.Id, member.Rev, member));
            await bus.ToUser(member.UserId, "chat:new", new ChatEvent(chat.Id, chat.Rev, ChatView.Of(chat)));
        }
    }
}
