using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Invites;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Joining;

/// <param name="Name">What admins know it by.</param>
/// <param name="ExpiresInHours">Never where left out.</param>
/// <param name="MaxUses">Any number where left out.</param>
public sealed record CreateLinkRequest(
    [property: StringLength(64), NotBlank] string? Name,
    [property: Range(1, 8760)] int? ExpiresInHours,
    [property: Range(1, 100_000)] int? MaxUses,
    bool? NeedsApproval) : IRequest;

/// <summary>A link without its code, which nobody knows any more.</summary>
public sealed record LinkView(
    Guid Id,
    string? Name,
    bool NeedsApproval,
    int Uses,
    int? MaxUses,
    Guid CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt)
{
    public static LinkView Of(ChatLink link) => new(
        link.Id, link.Name, link.NeedsApproval, link.Uses, link.MaxUses, link.CreatedBy, link.CreatedAt, link.ExpiresAt);
}

/// <param name="Url">Shown this one time.</param>
public sealed record NewLinkView(LinkView Link, string Code, string Url);

internal sealed class CreateLink(StogramContext db, LockChat lockChat, CoreOptions options) : IVerb
{
    private const int Bytes = 18;

    private const int MostPerChat = 50;

    public async Task<Outcome<NewLinkView>> Run(
        Caller caller, Guid chatId, CreateLinkRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.AddPeople) is { } refusal)
        {
            return refusal;
        }

        if (await db.ChatLinks.CountAsync(link => link.ChatId == chatId && link.RevokedAt == null, cancellation) >= MostPerChat)
        {
            return Refusal.Conflict($"A chat has at most {MostPerChat} links. Take one back first.");
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var link = new ChatLink
        {
            Id = Guid.CreateVersion7(locked.Now),
            ChatId = chatId,
            OrganizationId = caller.OrganizationId,
            CodeHash = CreateInvite.Hash(code),
            Name = request.Name?.Trim(),
            NeedsApproval = request.NeedsApproval ?? false,
            MaxUses = request.MaxUses,
            CreatedBy = caller.UserId,
            CreatedAt = locked.Now,
            ExpiresAt = request.ExpiresInHours is { } hours ? locked.Now.AddHours(hours) : null,
        };
        db.ChatLinks.Add(link);
        await locked.Commit(cancellation);
        return Outcome<NewLinkView>.New(new(LinkView.Of(link), code, $"{options.PublicUrl}/join/{code}"));
    }
}
