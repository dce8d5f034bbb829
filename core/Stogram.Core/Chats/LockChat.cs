using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>
/// Every verb that bumps <c>rev</c> takes the chat's lock first, in a statement of its own: what is read after it has
/// a snapshot taken under the lock, so a membership change and a send cannot pass each other.
/// </summary>
internal sealed class LockChat(StogramContext db, Membership membership, TimeProvider time) : IVerb
{
    /// <summary>The chat, tracked and locked until the transaction ends, and the caller's own row; null if it is not theirs.</summary>
    public async Task<LockedChat?> Run(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var chat = await Lock(caller.OrganizationId, chatId, cancellation);
        var member = chat is null ? null : await membership.Find(caller, chatId, cancellation);
        return await Locked(chat, member, transaction);
    }

    /// <summary>For somebody who wants in: their old row, or one that is not stored.</summary>
    public async Task<LockedChat?> ToEnter(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var chat = await Lock(caller.OrganizationId, chatId, cancellation);
        var member = chat is null || chat.Type == ChatType.Private ? null
            : await db.ChatMembers.AsNoTracking().FirstOrDefaultAsync(
                one => one.ChatId == chatId && one.UserId == caller.UserId, cancellation)
            ?? new() { ChatId = chatId, UserId = caller.UserId, Role = ChatRole.Member, LeftAt = time.GetUtcNow() };
        return await Locked(chat, member, transaction);
    }

    /// <summary>
    /// Two at once, in id order. Whoever keeps a discussion in step holds its row while waiting for a chat: the row comes first.
    /// </summary>
    public async Task<(LockedChat? Locked, Chat? Other)> Both(Caller caller, Guid chatId, Guid otherId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        Guid[] ids = [chatId, otherId];
        await db.Database.ExecuteSqlAsync(
            $"select from core.discussions where chat_id = any({ids}) or group_id = any({ids}) order by chat_id for update", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"select from core.chats where id = any({ids}) and organization_id = {caller.OrganizationId} order by id for no key update", cancellation);
        var chat = await Lock(caller.OrganizationId, chatId, cancellation);
        var member = chat is null ? null : await membership.Find(caller, chatId, cancellation);
        var locked = await Locked(chat, member, transaction);
        return (locked, locked is null ? null : await Lock(caller.OrganizationId, otherId, cancellation));
    }

    /// <summary>With the other side of a discussion, if there is one.</summary>
    public async Task<(LockedChat? Locked, Chat? Other)> WithLinked(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var linked = await db.Chats.Where(chat => chat.Id == chatId && chat.OrganizationId == caller.OrganizationId)
            .Select(chat => chat.LinkedChatId).FirstOrDefaultAsync(cancellation);
        var (locked, other) = linked is { } otherId
            ? await Both(caller, chatId, otherId, cancellation)
            : (await Run(caller, chatId, cancellation), null);
        return (locked, other?.LinkedChatId == chatId ? other : null);
    }

    private async Task<LockedChat?> Locked(Chat? chat, ChatMember? member, IDbContextTransaction transaction)
    {
        if (member is null)
        {
            await transaction.DisposeAsync();
            return null;
        }

        return new(chat!, member, time.GetUtcNow(), transaction, db);
    }

    /// <summary>For what the host does by itself: as nobody, who sees all of the chat.</summary>
    public async Task<LockedChat?> ForHost(Guid organizationId, Guid chatId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Lock(organizationId, chatId, cancellation) is { } chat)
        {
            return new(chat, new() { ChatId = chatId, OrganizationId = organizationId, Role = ChatRole.Member }, time.GetUtcNow(), transaction, db);
        }

        await transaction.DisposeAsync();
        return null;
    }

    private Task<Chat?> Lock(Guid organizationId, Guid chatId, CancellationToken cancellation) => db.Chats
        .FromSql($"select * from core.chats where id = {chatId} and organization_id = {organizationId} for no key update")
        .FirstOrDefaultAsync(cancellation);
}

/// <param name="Now">When it was locked: what counts for whatever ends by itself.</param>
internal sealed record LockedChat(
    Chat Chat, ChatMember Me, DateTimeOffset Now, IDbContextTransaction Transaction, StogramContext Db) : IAsyncDisposable
{
    public bool IsReadOnly => GroupRights.IsReadOnly(Me, Now);

    public bool May(ChatRight right) => GroupRights.Of(Chat, Me, Now).Contains(right);

    public async Task Commit(CancellationToken cancellation)
    {
        await Db.SaveChangesAsync(cancellation);
        await Transaction.CommitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => Transaction.DisposeAsync();
}
