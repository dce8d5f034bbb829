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

    /// <summary>The chats of some people.</summary>
    public Task<List<ChatOfPerson>> OfPeople(Guid[] userIds, CancellationToken cancellation) =>
        db.Database.SqlQuery<ChatOfPerson>(
            $"""select user_id as "UserId", chat_id as "ChatId" from core.memberships where user_id = any({userIds})""")
            .ToListAsync(cancellation);

    /// <summary>Those of the given chats that somebody is in.</summary>
    public Task<List<Guid>> Among(Guid userId, Guid[] chatIds, CancellationToken cancellation) =>
        db.Database.SqlQuery<Guid>(
            $"""select chat_id as "Value" from core.memberships where user_id = {userId} and chat_id = any({chatIds})""")
            .ToListAsync(cancellation);
}

internal sealed record ChatOfPerson(Guid UserId, Guid ChatId);
