using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Invites;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Joining;

/// <summary>In a body, for an address is written to logs.</summary>
public sealed record LinkCodeRequest([property: Required, StringLength(64)] string? Code) : IRequest;

[JsonConverter(typeof(UpperSnakeJson<JoinState>))]
public enum JoinState
{
    Outside,
    Asked,
    Member,
}

/// <param name="Picture">The bytes, as a data URL: who has only the link may not read files of the chat.</param>
public sealed record LinkPreview(
    Guid ChatId,
    ChatType Type,
    string? Name,
    string? Description,
    string? Picture,
    int MemberCount,
    bool NeedsApproval,
    JoinState State);

/// <summary>What a link leads to. Unknown, expired, spent and revoked ones look alike.</summary>
internal sealed class PreviewLink(StogramContext db, BlobStore blobs, TimeProvider time) : IVerb
{
    private const long MostPictureBytes = 512 << 10;

    public async Task<Outcome<LinkPreview>> Run(Caller caller, LinkCodeRequest request, CancellationToken cancellation)
    {
        var hash = CreateInvite.Hash(request.Code!);
        var link = await db.ChatLinks.AsNoTracking().FirstOrDefaultAsync(
            one => one.CodeHash == hash && one.OrganizationId == caller.OrganizationId, cancellation);
        if (link is null || !link.IsGood(time.GetUtcNow()))
        {
            return Refusal.NotFound;
        }

        var chat = await db.Chats.AsNoTracking().SingleAsync(one => one.Id == link.ChatId, cancellation);
        return await Of(caller, chat, link.NeedsApproval, cancellation);
    }

    public async Task<LinkPreview> Of(Caller caller, Chat chat, bool needsApproval, CancellationToken cancellation) => new(
        chat.Id, chat.Type, chat.Name, chat.Description, await Picture(chat, cancellation),
        chat.MemberCount, needsApproval, await State(db, caller.UserId, chat.Id, cancellation));

    public static async Task<JoinState> State(StogramContext db, Guid userId, Guid chatId, CancellationToken cancellation) =>
        await db.ChatMembers.AnyAsync(
            member => member.ChatId == chatId && member.UserId == userId && member.LeftAt == null, cancellation) ? JoinState.Member
        : await db.JoinRequests.AnyAsync(
            asked => asked.ChatId == chatId && asked.UserId == userId, cancellation) ? JoinState.Asked
        : JoinState.Outside;

    private async Task<string?> Picture(Chat chat, CancellationToken cancellation)
    {
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == chat.AvatarFileId && one.Size <= MostPictureBytes, cancellation);
        if (file is null)
        {
            return null;
        }

        await using var stored = blobs.In(file.InBucket).Open(file.Path, file.Size);
        using var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes, cancellation);
        return $"data:{file.ContentType};base64,{Convert.ToBase64String(bytes.ToArray())}";
    }
}
