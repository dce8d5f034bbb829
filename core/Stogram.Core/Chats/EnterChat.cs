using Microsoft.EntityFrameworkCore;
using Stogram.Core.Joining;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>
/// What being added, a link, the directory and an approved request have in common: rows, the count, the line in the
/// chat, and telling of it. Commits what was locked.
/// </summary>
internal sealed class EnterChat(
    StogramContext db, CoreOptions options, Sight sight, WriteLine line, TellAdmins tellAdmins, Outbox outbox, IBus bus, TimeProvider time) : IVerb
{
    /// <param name="how">ADDED by whoever locked the chat, or JOINED by themselves.</param>
    public async Task<Outcome<Guid[]>> Run(LockedChat locked, Guid[] ids, string how, CancellationToken cancellation)
    {
        var chat = locked.Chat;
        var known = await db.ChatMembers.Where(member => member.ChatId == chat.Id && ids.Contains(member.UserId))
            .ToDictionaryAsync(member => member.UserId, cancellation);
        var added = ids.Where(id => !known.TryGetValue(id, out var member) || member.LeftAt is not null).ToArray();
        if (options.Chats.Refuse(chat.MemberCount + added.Length) is { } full)
        {
            return full;
        }

        var waited = await Forget(chat.Id, added, isLetIn: how == "ADDED", cancellation);
        foreach (var id in added)
        {
            Enter(chat, id, known.GetValueOrDefault(id));
        }

        chat.MemberCount += added.Length;
        OutboxRow? said = added.Length > 0 && WriteLine.TellsOfMembers(chat)
            ? await line.Run(locked, new(how, how == "JOINED" ? null : added), cancellation)
            : null;
        OutboxRow[] joined = [.. added.Select(id => OutboxRow.Joined(chat, id))];
        await outbox.Add(db, said is null ? joined : [.. joined, said], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await (added.Length > 0 ? Tell(chat, added, said, cancellation) : Task.CompletedTask);
        await (waited > 0 ? tellAdmins.Run(chat.Id, cancellation) : Task.CompletedTask);
        return added;
    }

    /// <summary>They wait no longer. A link that somebody asked by is used once they are let in, not when they asked.</summary>
    private async Task<int> Forget(Guid chatId, Guid[] added, bool isLetIn, CancellationToken cancellation)
    {
        var waited = await db.Database.SqlQuery<int>(
            $"""
             with gone as (
               delete from core.join_requests where chat_id = {chatId} and user_id = any({added}) returning link_id
             ), used as (
               update core.chat_links l set uses = l.uses + came.n
               from (select link_id, count(*) as n from gone where {isLetIn} group by link_id) came where l.id = came.link_id
             )
             select count(*)::int as "Value" from gone
             """).ToArrayAsync(cancellation);
        return waited[0];
    }

    private void Enter(Chat chat, Guid id, ChatMember? member)
    {
        if (member is null)
        {
            member = new() { ChatId = chat.Id, UserId = id, OrganizationId = chat.OrganizationId };
            db.ChatMembers.Add(member);
        }

        member.Role = ChatRole.Member;
        member.Rev = chat.NextRev();
        member.JoinedAt = time.GetUtcNow();
        (member.LeftAt, member.BannedUntil) = (null, null);
        member.VisibleFromSeq = chat.HistoryVisible ? 0 : chat.LastSeq;
    }

    private async Task Tell(Chat chat, Guid[] added, OutboxRow? said, CancellationToken cancellation)
    {
        var rows = db.ChatMembers.Where(member => member.ChatId == chat.Id && added.Contains(member.UserId))
            .OrderBy(member => member.Rev);
        await bus.Join(chat.Id, added);
        // In one piece: a storm of joins is one write to each connection.
        await bus.ToChat(chat.Id, "chat:member", [.. await sight.ForAll(rows, cancellation)]);
        foreach (var id in added)
        {
            await bus.ToUser(id, "chat:new", new ChatEvent(chat.Id, chat.Rev, ChatView.Of(chat)));
        }

        await (said is null ? Task.CompletedTask : line.Tell(said));
    }
}
