using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <param name="AvatarFileId">A picture that the caller has uploaded.</param>
/// <param name="HistoryVisible">Whether those who come from now on see what was said before.</param>
/// <param name="MemberRights">What those may do who are not admins.</param>
/// <param name="IsListed">Whether the whole organization may find it.</param>
/// <param name="NeedsApproval">Who comes from the directory asks first.</param>
public sealed record ChangeChatRequest(
    [property: StringLength(128), NotBlank] string? Name,
    [property: StringLength(1024)] string? Description,
    Guid? AvatarFileId,
    bool? RemoveAvatar,
    bool? HistoryVisible,
    [property: MaxLength(7)] ChatRight[]? MemberRights,
    bool? IsListed,
    bool? NeedsApproval) : IRequest
{
    /// <summary>What members may never change, whatever they are allowed.</summary>
    internal bool IsForAdmins => HistoryVisible is not null || MemberRights is not null
        || IsListed is not null || NeedsApproval is not null;
}

/// <summary>Fields that are left out stay as they are.</summary>
internal sealed class ChangeChat(
    StogramContext db, LockChat lockChat, WriteLine line, DeleteFiles files, Outbox outbox, IBus bus) : IVerb
{
    private const long MostBytes = 10 << 20;

    public async Task<Outcome<ChatView>> Run(
        Caller caller, Guid chatId, ChangeChatRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (await Refuse(caller, locked, request, cancellation) is { } refusal)
        {
            return refusal;
        }

        var (chat, oldName, oldAvatar) = (locked.Chat, locked.Chat.Name, locked.Chat.AvatarFileId);
        Apply(chat, request);
        chat.NextRev();
        var lines = new List<OutboxRow>();
        if (chat.Name != oldName)
        {
            lines.Add(await line.Run(locked, new("RENAMED", Text: chat.Name), cancellation));
        }

        if (chat.AvatarFileId is not null && chat.AvatarFileId != oldAvatar)
        {
            lines.Add(await line.Run(locked, new("PICTURE"), cancellation));
        }

        await outbox.Add(db, lines, cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(chat, lines);
        if (oldAvatar is { } old && old != chat.AvatarFileId)
        {
            await files.Unreferenced([old]);
        }

        return ChatView.Of(chat);
    }

    private async Task<Refusal?> Refuse(
        Caller caller, LockedChat locked, ChangeChatRequest request, CancellationToken cancellation)
    {
        if (GroupRights.Refuse(locked, ChatRight.ChangeInfo) is { } refusal)
        {
            return refusal;
        }

        if (request.IsForAdmins && !locked.Me.IsAdministrator)
        {
            return Refusal.Forbidden("Only admins change what members may do.");
        }

        if (request.HistoryVisible == false && locked.Chat is { Type: ChatType.Group, LinkedChatId: not null })
        {
            return Refusal.Conflict("Who joins the discussion of a channel sees what was said before.");
        }

        return request.AvatarFileId is { } picture && !await db.Files.AnyAsync(
            file => file.Id == picture && file.OwnerId == caller.UserId && file.ContentType.StartsWith("image/") && file.Size <= MostBytes,
            cancellation)
            ? Refusal.Invalid("avatarFileId", "Upload a picture of up to 10 MiB first.")
            : null;
    }

    private static void Apply(Chat chat, ChangeChatRequest request)
    {
        chat.Name = request.Name?.Trim() ?? chat.Name;
        chat.Description = request.Description is { } text ? (text.Trim() is { Length: > 0 } words ? words : null) : chat.Description;
        chat.AvatarFileId = request.RemoveAvatar == true ? null : request.AvatarFileId ?? chat.AvatarFileId;
        chat.HistoryVisible = request.HistoryVisible ?? chat.HistoryVisible;
        chat.IsListed = request.IsListed ?? chat.IsListed;
        chat.NeedsApproval = request.NeedsApproval ?? chat.NeedsApproval;
        chat.MemberRights = request.MemberRights?.Distinct().Order().ToArray() ?? chat.MemberRights;
    }

    /// <summary>The chat as it is before its lines, which come as messages of their own.</summary>
    private async Task Tell(Chat chat, List<OutboxRow> lines)
    {
        var before = ChatView.Of(chat) with { Rev = chat.Rev - lines.Count, LastSeq = chat.LastSeq - lines.Count };
        await bus.ToChat(chat.Id, "chat:updated", new ChatEvent(chat.Id, before.Rev, before));
        foreach (var said in lines)
        {
            await line.Tell(said);
        }
    }
}
