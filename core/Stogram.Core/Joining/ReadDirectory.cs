using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Joining;

/// <param name="Q">Part of a name.</param>
public sealed record DirectoryRequest(
    [property: StringLength(64)] string? Q,
    [property: StringLength(200)] string? Cursor,
    [property: Range(1, 100)] int? Limit) : IRequest;

public sealed record DirectoryView(
    Guid ChatId,
    ChatType Type,
    string? Name,
    string? Description,
    string? AvatarUrl,
    int MemberCount,
    bool NeedsApproval,
    JoinState State);

/// <summary>The groups and channels that show themselves to the whole organization; guests see none.</summary>
internal sealed class ReadDirectory(StogramContext db) : IVerb
{
    public async Task<Outcome<DirectoryView[]>> Run(Caller caller, DirectoryRequest request, CancellationToken cancellation)
    {
        if (caller.Role == UserRole.Guest)
        {
            return Refusal.Forbidden("Guests see only the chats they were added to.");
        }

        if (new PageRequest(request.Cursor, request.Limit).After() is not { } after)
        {
            return PageRequest.BadCursor;
        }

        var (words, limit) = (ReadUsers.Containing((request.Q ?? "").Trim()), request.Limit ?? 50);
        var listed = await db.Chats
            .Where(chat => chat.OrganizationId == caller.OrganizationId && chat.IsListed && chat.Id > after
                && EF.Functions.ILike(chat.Name!, words, ReadUsers.Escape))
            .OrderBy(chat => chat.Id).Take(limit + 1)
            .Select(chat => new DirectoryView(
                chat.Id, chat.Type, chat.Name, chat.Description,
                chat.AvatarFileId == null ? null : FileLinks.Place + chat.AvatarFileId, chat.MemberCount, chat.NeedsApproval,
                db.ChatMembers.Any(member => member.ChatId == chat.Id && member.UserId == caller.UserId && member.LeftAt == null)
                    ? JoinState.Member
                    : db.JoinRequests.Any(asked => asked.ChatId == chat.Id && asked.UserId == caller.UserId)
                        ? JoinState.Asked
                        : JoinState.Outside))
            .ToArrayAsync(cancellation);
        Outcome<DirectoryView[]> page = listed.Take(limit).ToArray();
        return page.WithPage(listed.Length > limit ? Cursor.Write(listed[limit - 1].ChatId.ToString()) : null);
    }
}
