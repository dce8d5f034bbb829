using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Privacy;

public sealed record UserChangedEvent(Guid UserId);

/// <summary>Whom the caller wants to have nothing to do with. Done twice is done once.</summary>
internal sealed class BlockPeople(StogramContext db, OwnPrivacy own, Sight sight, IBus bus, TimeProvider time) : IVerb
{
    private const int Most = 1000;

    /// <summary>The last first.</summary>
    public async Task<Outcome<UserView[]>> List(Caller caller, CancellationToken cancellation) =>
        await sight.People(
            caller.UserId,
            Mine(caller).OrderByDescending(block => block.CreatedAt).Take(Most)
                .Join(db.Users, block => block.BlockedId, user => user.Id, (block, user) => new { block, user })
                .OrderByDescending(row => row.block.CreatedAt).Select(row => row.user),
            cancellation);

    public async Task<Outcome<Nothing?>> Block(Caller caller, Guid userId, CancellationToken cancellation)
    {
        if (userId == caller.UserId)
        {
            return Refusal.Invalid("userId", "Nobody blocks themselves.");
        }

        if (!await db.Knows(caller, [userId], cancellation))
        {
            return Refusal.NotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await own.Change(caller.UserId, cancellation);
        if (await Mine(caller).AnyAsync(block => block.BlockedId == userId, cancellation))
        {
            return Nothing.Done;
        }

        if (await Mine(caller).CountAsync(cancellation) >= Most)
        {
            return Refusal.Conflict($"At most {Most} people can be blocked.");
        }

        db.Blocks.Add(new() { UserId = caller.UserId, BlockedId = userId, CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        await LockChat(caller.UserId, userId, cancellation);
        await transaction.CommitAsync(cancellation);
        await Tell(caller.UserId, userId);
        return Nothing.Done;
    }

    /// <summary>Also of somebody who cannot be seen any more.</summary>
    public async Task<Outcome<Nothing?>> Unblock(Caller caller, Guid userId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Mine(caller).Where(block => block.BlockedId == userId).ExecuteDeleteAsync(cancellation) == 0)
        {
            return await db.Knows(caller, [userId], cancellation) ? Nothing.Done : Refusal.NotFound;
        }

        await own.Change(caller.UserId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await Tell(caller.UserId, userId);
        return Nothing.Done;
    }

    private IQueryable<Block> Mine(Caller caller) => db.Blocks.Where(block => block.UserId == caller.UserId);

    /// <summary>A message that was let through before is stored before this is answered, and none after.</summary>
    private Task LockChat(Guid me, Guid other, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
         select from core.chats c join core.users u on u.id = {me} and u.organization_id = c.organization_id
         where c.type = 'PRIVATE' and (c.low_user_id, c.high_user_id) in (({me}, {other}), ({other}, {me}))
         for no key update of c
         """, cancellation);

    private async Task Tell(Guid me, Guid other)
    {
        await own.Tell(me);
        await bus.ToUser(me, "user:changed", new UserChangedEvent(other));
        await bus.ToUser(other, "user:changed", new UserChangedEvent(me));
    }
}
