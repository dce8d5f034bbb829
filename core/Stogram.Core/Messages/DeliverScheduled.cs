using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Files;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Messages;

/// <summary>
/// Sends what is due, as its sender may then. It goes under the id that it was scheduled with, so that a crash between
/// sending it and forgetting it makes a repeat, which stores nothing.
/// </summary>
internal sealed class DeliverScheduled(
    StogramContext db,
    PrepareMessage prepare,
    PostMessage post,
    ReadScheduled read,
    DeleteFiles deleteFiles,
    IBus bus,
    TimeProvider time,
    ILogger<DeliverScheduled> log) : IVerb
{
    /// <summary>False once nothing is due that another node does not have in hand.</summary>
    public async Task<bool> Next(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var next = await db.ScheduledMessages
            .FromSql(
                $"""
                 select * from core.scheduled_messages where due_at <= {time.GetUtcNow()} and failure is null
                 order by due_at, id limit 1 for update skip locked
                 """)
            .ToArrayAsync(cancellation);
        if (next is not [var due])
        {
            return false;
        }

        var sent = await Run(due, transaction, cancellation);
        // What is merely busy is tried again a moment later.
        return sent.Refusal?.Code != ErrorCode.Unavailable;
    }

    /// <summary>Its row is locked by the transaction, which ends here.</summary>
    public async Task<Outcome<MessageView>> Run(ScheduledMessage due, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        var sent = await Post(due, cancellation);
        if (sent.Refusal is { Code: ErrorCode.Unavailable })
        {
            return sent;
        }

        if (sent.Refusal is { Code: not ErrorCode.NotFound } refusal)
        {
            due.Failure = JsonSerializer.Serialize(refusal.ToEnvelope().Error, CoreJson.Default.ErrorBody);
        }
        else
        {
            // Sent, or of a chat that its sender is in no longer and cannot look at.
            db.Remove(due);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await deleteFiles.Unreferenced(due.FileIds);
        await bus.ToUser(due.SenderId, "message:scheduled", new ScheduledEvent(due.ChatId, due.Id, await read.One(Sender(due), due.Id, cancellation)));
        return sent;
    }

    private async Task<Outcome<MessageView>> Post(ScheduledMessage due, CancellationToken cancellation)
    {
        try
        {
            if (!await db.Users.AnyAsync(user => user.Id == due.SenderId && user.DeactivatedAt == null, cancellation))
            {
                return Refusal.Forbidden("Its sender's account is closed.");
            }

            var prepared = await prepare.Run(Sender(due), due.Read(), cancellation);
            return prepared.Refusal is { } refusal ? refusal : await post.Run(prepared.Value, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or NpgsqlException)
        {
            return new Refusal(ErrorCode.Unavailable, "The server is busy. Try again in a moment.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A scheduled message could not be sent");
            return new Refusal(ErrorCode.Internal, "Something went wrong.");
        }
    }

    private static Caller Sender(ScheduledMessage due) =>
        new(due.SenderId, due.OrganizationId, Guid.Empty, UserRole.Member, IsOperator: false);
}
