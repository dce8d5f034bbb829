using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

public sealed record AddMembersRequest(
    [property: Required, MinLength(1), MaxLength(200)] Guid[]? UserIds) : IRequest;

/// <summary>Adds people to a group; who is in it already is left as they are.</summary>
internal sealed class AddMembers(StogramContext db, LockChat lockChat, EnterChat enter, Reach reach, Sight sight) : IVerb
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

        if ((GroupRights.Refuse(locked, ChatRight.AddPeople) ?? await RefuseNew(locked, ids, cancellation)) is { } refusal)
        {
            return refusal;
        }

        var entered = await enter.Run(locked, ids, "ADDED", cancellation);
        return entered.Refusal is { } tooMany
            ? tooMany
            : await sight.Members(caller.UserId, Rows(chatId, ids), cancellation);
    }

    /// <summary>Who is in the group already need not be asked; who may ban may also forgive.</summary>
    private async Task<Refusal?> RefuseNew(LockedChat locked, Guid[] ids, CancellationToken cancellation)
    {
        var known = await Rows(locked.Chat.Id, ids).AsNoTracking().ToArrayAsync(cancellation);
        if (!locked.May(ChatRight.Ban) && known.Any(member => member.BannedUntil > locked.Now))
        {
            return Refusal.Forbidden("Somebody of them is banned here.");
        }

        var inside = known.Where(member => member.LeftAt is null).Select(member => member.UserId);
        return await reach.RefuseAdding(locked.Me.UserId, [.. ids.Except(inside)], cancellation);
    }

    private IQueryable<ChatMember> Rows(Guid chatId, Guid[] ids) =>
        db.ChatMembers.Where(member => member.ChatId == chatId && ids.Contains(member.UserId));
}
