using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;

namespace Stogram.Core.Storage;

/// <summary>
/// What happened, written in the transaction that made it happen, for plugins to read. Commit order is not id order:
/// writers share a lock from taking an id to commit, and the reader takes it alone for an instant to learn up to which
/// id nothing can come any more. It is the last lock a writer takes; waiting for another while holding it would
/// wait for the reader, who waits for us.
/// </summary>
internal sealed class Outbox
{
    public const string TakeTurn = "select pg_advisory_xact_lock_shared(6002218870014571)";

    public const string StopTurns = "select pg_advisory_xact_lock(6002218870014571)";

    /// <summary>After a commit on this node. Readers look by themselves too: this only saves them the wait.</summary>
    public event Action? Written;

    public void Announce() => Written?.Invoke();

    public async Task Add(StogramContext db, IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(TakeTurn, cancellation);
        foreach (var row in rows)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 insert into core.outbox (organization_id, chat_id, kind, user_id)
                 values ({row.OrganizationId}, {row.ChatId}, {row.Kind}, {row.UserId})
                 """,
                cancellation);
        }
    }
}

/// <param name="Kind">The name of the contract's event.</param>
internal sealed record OutboxRow(Guid OrganizationId, Guid ChatId, string Kind, Guid UserId)
{
    public static OutboxRow Created(Chat chat, Guid by) => new(chat.OrganizationId, chat.Id, "ChatCreated", by);

    public static OutboxRow Joined(Chat chat, Guid userId) => new(chat.OrganizationId, chat.Id, "MemberJoined", userId);

    public static OutboxRow Left(Chat chat, Guid userId) => new(chat.OrganizationId, chat.Id, "MemberLeft", userId);
}
