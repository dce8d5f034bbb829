using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>
/// The one place that decides what a person may see: an active member, in their own organization. EF reads start
/// from <see cref="Of"/>, SQL joins the view <c>core.memberships</c>; nothing else grants access to a chat.
/// </summary>
internal sealed class Membership(StogramContext db) : IVerb
{
    public IQueryable<ChatMember> Of(Caller caller) =>
        db.ChatMembers
            .FromSql($"select * from core.memberships where user_id = {caller.UserId} and organization_id = {caller.OrganizationId}")
            .AsNoTracking();

    public Task<ChatMember?> Find(Caller caller, Guid chatId, CancellationToken cancellation) =>
        Of(caller).FirstOrDefaultAsync(member => member.ChatId == chatId, cancellation);
}
