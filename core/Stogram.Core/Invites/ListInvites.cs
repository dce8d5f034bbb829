using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Invites;

/// <summary>An invitation without its code, which nobody knows any more.</summary>
public sealed record InviteView(
    Guid Id,
    Guid CreatedBy,
    string? Email,
    UserRole Role,
    Guid[] ChatIds,
    int Uses,
    int? MaxUses,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    public static InviteView Of(Invite invite) => new(
        invite.Id, invite.CreatedBy, invite.Email, invite.Role, invite.ChatIds, invite.Uses, invite.MaxUses,
        invite.CreatedAt, invite.ExpiresAt, invite.RevokedAt);
}

internal sealed class ListInvites(StogramContext db, TimeProvider time) : IVerb
{
    private const int Most = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Outcome<InviteView[]>> Run(Caller caller, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var since = time.GetUtcNow() - Kept;
        var invites = await db.Invites.AsNoTracking()
            .Where(invite => invite.OrganizationId == caller.OrganizationId && (invite.ExpiresAt == null || invite.ExpiresAt > since))
            .OrderByDescending(invite => invite.CreatedAt).Take(Most).ToArrayAsync(cancellation);
        return invites.Select(InviteView.Of).ToArray();
    }
}
