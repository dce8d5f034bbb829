using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Sessions.Passkeys;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="Password">One's own, for one's own account; administrators leave it out for those of others.</param>
public sealed record DeleteAccountRequest([property: StringLength(256)] string? Password) : IRequest;

/// <summary>
/// Ends an account for good. What the person said to others stays with the chats it was said in, under no name; their
/// files, their picture, their keys, their places in groups, and what they kept for themselves go.
/// </summary>
internal sealed class DeleteAccount(
    StogramContext db,
    UserManager<User> users,
    PersonRights rights,
    ProvePassword prove,
    RemoveMember removeMember,
    RemoveFiles removeFiles,
    TellProfile tell,
    EndSessions sessions,
    RevokeSession revoke,
    ManagePasskeys passkeys,
    AuditLog audit,
    TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid id, DeleteAccountRequest request, CancellationToken cancellation)
    {
        var found = await Permit(caller, id, request, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await Operators.KeepOne(db, id, cancellation) is { } last)
        {
            return last;
        }

        var user = found.Value;
        await LeaveGroups(user, cancellation);
        await db.ScheduledMessages.Where(message => message.SenderId == id).ExecuteDeleteAsync(cancellation);
        await removeFiles.Of(user.Id, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Operators.KeepOne(db, id, cancellation) is { } lastNow)
        {
            return lastNow;
        }

        await audit.Write(caller, new("account.deleted", id, new() { ["username"] = user.UserName! }), cancellation);
        var ended = await sessions.Of(id, except: null, cancellation);
        await revoke.Mark(ended, cancellation);
        await Forget(user);
        await ForgetOwn(id, cancellation);
        var chats = await tell.Bump(id, cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(ended);
        await tell.Tell(id, chats, cancellation);
        return Nothing.Done;
    }

    private async Task<Outcome<User>> Permit(Caller caller, Guid id, DeleteAccountRequest request, CancellationToken cancellation)
    {
        if (id != caller.UserId)
        {
            return await rights.Find(caller, id, orSelf: false, cancellation);
        }

        if (caller.Role == UserRole.Owner)
        {
            return Refusal.Forbidden("Hand the organization over to somebody else first.");
        }

        return request.Password is null
            ? Refusal.Invalid("password", "Required.")
            : await prove.Run(caller, "password", request.Password);
    }

    private async Task LeaveGroups(User user, CancellationToken cancellation)
    {
        var leaver = new Caller(user.Id, user.OrganizationId, Guid.Empty, user.Role, user.IsOperator);
        var groups = await db.ChatMembers
            .Where(member => member.UserId == user.Id && member.LeftAt == null && member.Chat!.Type != ChatType.Private)
            .Select(member => member.ChatId).ToArrayAsync(cancellation);
        foreach (var chatId in groups)
        {
            await removeMember.Run(leaver, chatId, user.Id, cancellation);
        }
    }

    private async Task Forget(User user)
    {
        var nobody = $"deleted_{user.Id.ToString("n")[^20..]}";
        (user.UserName, user.Email, user.DisplayName) = (nobody, $"{nobody}@invalid", "Deleted account");
        (user.Bio, user.AvatarFileId, user.PasswordHash, user.EmailConfirmed) = (null, null, null, false);
        (user.IsOperator, user.Role, user.TwoFactorEnabled) = (false, UserRole.Member, false);
        user.DeactivatedAt ??= time.GetUtcNow();
        user.DeletedAt = time.GetUtcNow();
        await users.UpdateAsync(user);
        await passkeys.Clear(user.Id);
        await db.UserTokens.Where(token => token.UserId == user.Id).ExecuteDeleteAsync();
        await db.Privacy.Where(row => row.UserId == user.Id).ExecuteDeleteAsync();
        await db.Blocks.Where(block => block.UserId == user.Id || block.BlockedId == user.Id).ExecuteDeleteAsync();
    }
    /// <summary>What nobody else has ever seen.</summary>
    private Task<int> ForgetOwn(Guid id, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
         with drafts as (delete from core.drafts where user_id = {id}),
         folders as (delete from core.folders where user_id = {id}),
         saved as (select c.id from core.chats c where c.type = 'PRIVATE' and c.low_user_id = {id} and c.high_user_id = {id}),
         edits as (delete from core.message_edits e using saved where e.chat_id = saved.id)
         update core.messages m set content = null, is_deleted = true from saved where m.chat_id = saved.id
         """, cancellation);
}
