using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Mail;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Invites;

/// <param name="Role">MEMBER where left out.</param>
/// <param name="ChatIds">Groups of one's own to add them to; a guest sees nothing else.</param>
/// <param name="Email">Only for this address; the link is sent there if the server can.</param>
/// <param name="MaxUses">Any number where left out.</param>
/// <param name="ExpiresInHours">A week where left out.</param>
public sealed record CreateInviteRequest(
    [property: AllowedValues(null, UserRole.Admin, UserRole.Member, UserRole.Guest, ErrorMessage = "ADMIN, MEMBER or GUEST.")] UserRole? Role,
    [property: MaxLength(50)] Guid[]? ChatIds,
    [property: StringLength(254), EmailAddress] string? Email,
    [property: Range(1, 10_000)] int? MaxUses,
    [property: Range(1, 8760)] int? ExpiresInHours) : IRequest;

/// <param name="Url">Shown this one time.</param>
public sealed record NewInviteView(InviteView Invite, string Code, string Url);

internal sealed class CreateInvite(
    StogramContext db, Membership membership, OrganizationLinks links, MailQueue mail, AuditLog audit, TimeProvider time) : IVerb
{
    private const int Bytes = 18;

    private const int Week = 7 * 24;

    public static byte[] Hash(string code) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code));

    public async Task<Outcome<NewInviteView>> Run(Caller caller, CreateInviteRequest request, CancellationToken cancellation)
    {
        var chats = request.ChatIds?.Distinct().ToArray() ?? [];
        if (await Refuse(caller, request, chats, cancellation) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var invite = new Invite
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = caller.OrganizationId,
            CodeHash = Hash(code),
            CreatedBy = caller.UserId,
            Email = request.Email?.Trim(),
            Role = request.Role ?? UserRole.Member,
            ChatIds = chats,
            MaxUses = request.Email is null ? request.MaxUses : 1,
            CreatedAt = now,
            ExpiresAt = now.AddHours(request.ExpiresInHours ?? Week),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Invites.Add(invite);
        await audit.Write(caller, new("invite.created", invite.Id, After: new() { ["role"] = UpperSnake.Write(invite.Role) }), cancellation);
        await transaction.CommitAsync(cancellation);
        var url = await links.To(caller.OrganizationId, $"invite={code}", cancellation);
        if (invite.Email is { } address)
        {
            mail.Send(new(address, "You are invited to Stogram", $"Come in with this link, within {request.ExpiresInHours ?? Week} hours:\n{url}\n"));
        }

        return Outcome<NewInviteView>.New(new(InviteView.Of(invite), code, url));
    }

    private async Task<Refusal?> Refuse(Caller caller, CreateInviteRequest request, Guid[] chats, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (request.Role == UserRole.Admin && caller.Role != UserRole.Owner)
        {
            return Refusal.Forbidden("Only the owner invites admins.");
        }

        var own = await membership.Of(caller).CountAsync(
            member => chats.Contains(member.ChatId) && member.Chat!.Type != ChatType.Private && member.Role != ChatRole.Member, cancellation);
        return own == chats.Length ? null : Refusal.Invalid("chatIds", "Only groups of which you are an admin.");
    }
}
