using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <param name="Password">The owner's own.</param>
public sealed record TransferChatRequest(
    [property: Required] Guid? UserId, [property: Required, StringLength(256)] string? Password) : IRequest;

/// <summary>A group has one owner; who hands it over stays an admin.</summary>
internal sealed class TransferChat(
    StogramContext db,
    Membership membership,
    LockChat lockChat,
    ProvePassword prove,
    Sight sight,
    WriteLine line,
    Outbox outbox,
    IBus bus) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(
        Caller caller, Guid chatId, TransferChatRequest request, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is not { } me)
        {
            return Refusal.NotFound;
        }

        if (me.Role != ChatRole.Owner)
        {
            return Refusal.Forbidden("Only the owner can hand the chat over.");
        }

        if ((await prove.Run(caller, "password", request.Password!)).Refusal is { } wrong)
        {
            return wrong;
        }

        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var both = await db.ChatMembers
            .Where(member => member.ChatId == chatId && member.LeftAt == null
                && (member.UserId == caller.UserId || member.UserId == request.UserId))
            .ToDictionaryAsync(member => member.UserId, cancellation);
        // Two that hand it over at once would make two owners: the lock lets one be the owner still.
        if (locked?.Me.Role != ChatRole.Owner || both.Count < 2)
        {
            return Refusal.NotFound;
        }

        var (owner, heir) = (both[caller.UserId], both[request.UserId!.Value]);
        (owner.Role, heir.Role) = (ChatRole.Admin, ChatRole.Owner);
        (heir.OwnRights, heir.ReadOnlyUntil) = (null, null);
        owner.Rev = locked.Chat.NextRev();
        heir.Rev = locked.Chat.NextRev();
        var said = await line.Run(locked, new("OWNER", [heir.UserId]), cancellation);
        await outbox.Add(db, [said], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(chatId, [owner.UserId, heir.UserId], cancellation);
        await line.Tell(said);
        return Nothing.Done;
    }

    private async Task Tell(Guid chatId, Guid[] changed, CancellationToken cancellation)
    {
        var rows = db.ChatMembers.Where(member => member.ChatId == chatId && changed.Contains(member.UserId));
        foreach (var change in await sight.ForAll(rows.OrderBy(member => member.Rev), cancellation))
        {
            await bus.ToChat(chatId, "chat:member", change);
        }
    }
}
