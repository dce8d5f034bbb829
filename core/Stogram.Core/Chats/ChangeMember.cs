using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <param name="Rights">An admin's; all where left out.</param>
/// <param name="Title">What the admin is called in this chat.</param>
public sealed record ChangeMemberRequest(
    [property: Required, AllowedValues(ChatRole.Admin, ChatRole.Member, ErrorMessage = "ADMIN or MEMBER.")] ChatRole? Role,
    [property: MaxLength(7)] ChatRight[]? Rights,
    [property: StringLength(32)] string? Title) : IRequest;

/// <param name="Until">For good where left out.</param>
public sealed record UntilRequest(DateTimeOffset? Until) : IRequest
{
    /// <summary>As the database keeps it: whole microseconds, and infinity for good.</summary>
    internal DateTimeOffset End => Until is { } until ? until.ToUniversalTime() : DateTimeOffset.MaxValue;
}

/// <summary>Makes admins and unmakes them; lets members only read until a date.</summary>
internal sealed class ChangeMember(StogramContext db, LockChat lockChat, Sight sight, IBus bus) : IVerb
{
    public Task<Outcome<MemberView>> Run(
        Caller caller, Guid chatId, Guid userId, ChangeMemberRequest request, CancellationToken cancellation) =>
        Change(
            caller, chatId, userId,
            (locked, other) => GroupRights.RefuseUnlessOwner(locked) ?? GroupRights.RefuseOver(locked, other),
            other =>
            {
                var isAdmin = request.Role == ChatRole.Admin;
                other.Role = request.Role!.Value;
                other.OwnRights = isAdmin ? request.Rights?.Distinct().Order().ToArray() : null;
                other.Title = isAdmin && !string.IsNullOrWhiteSpace(request.Title) ? request.Title.Trim() : null;
                other.ReadOnlyUntil = null;
            },
            cancellation);

    /// <param name="until">Null lifts it.</param>
    public Task<Outcome<MemberView>> Restrict(
        Caller caller, Guid chatId, Guid userId, DateTimeOffset? until, CancellationToken cancellation) =>
        Change(
            caller, chatId, userId,
            (locked, other) => GroupRights.Refuse(locked, ChatRight.Ban)
                ?? (other.Role == ChatRole.Member ? null : Refusal.Forbidden("An admin has to be made a member first.")),
            other => other.ReadOnlyUntil = until,
            cancellation);

    private async Task<Outcome<MemberView>> Change(
        Caller caller,
        Guid chatId,
        Guid userId,
        Func<LockedChat, ChatMember, Refusal?> refuse,
        Action<ChatMember> change,
        CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        var other = locked is null ? null : await db.ChatMembers.FirstOrDefaultAsync(
            member => member.ChatId == chatId && member.UserId == userId && member.LeftAt == null, cancellation);
        if (other is null)
        {
            return Refusal.NotFound;
        }

        if (refuse(locked!, other) is { } refusal)
        {
            return refusal;
        }

        change(other);
        other.Rev = locked!.Chat.NextRev();
        await locked.Commit(cancellation);
        var row = db.ChatMembers.Where(member => member.ChatId == chatId && member.UserId == userId);
        await bus.ToChat(chatId, "chat:member", (await sight.ForAll(row, cancellation)).Single());
        return (await sight.Members(caller.UserId, row, cancellation)).Single();
    }
}
