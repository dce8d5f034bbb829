using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

public sealed record ChangeScheduledRequest(
    [property: StringLength(SendMessage.MaxLength)] string? Content, DateTimeOffset? ScheduledAt) : IRequest;

/// <summary>
/// Says it differently or at another time, cancels it, or sends it now. Whoever delivers it holds its row meanwhile, so
/// that it is either changed or sent and never both.
/// </summary>
internal sealed class ChangeScheduled(
    StogramContext db, ReadScheduled read, DeliverScheduled deliver, DeleteFiles deleteFiles, FileLinks links, IBus bus, TimeProvider time, CoreOptions options) : IVerb
{
    public async Task<Outcome<MessageView>> Edit(Caller caller, Guid id, ChangeScheduledRequest request, CancellationToken cancellation)
    {
        if (request.ScheduledAt > time.GetUtcNow() + ScheduleMessage.Longest)
        {
            return Refusal.Invalid("scheduledAt", $"At most {ScheduleMessage.Longest.TotalDays:0} days from now.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Lock(caller, id, cancellation) is not { } message)
        {
            return Refusal.NotFound;
        }

        if (request.Content is { } content)
        {
            if (string.IsNullOrWhiteSpace(content) && message.FileIds.Length == 0)
            {
                return Refusal.Invalid("content", "A message needs text or a file.");
            }

            if (content.Length > options.Messages.MessageLength)
            {
                return PrepareMessage.TooLong(options.Messages);
            }

            message.Write(message.Read() with { Content = content });
        }

        message.DueAt = request.ScheduledAt?.ToUniversalTime() ?? message.DueAt;
        message.Failure = null;
        message.UpdatedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (await read.One(caller, id, cancellation) is not { } view)
        {
            // Due at once, and gone already.
            return Refusal.NotFound;
        }

        await bus.ToUser(caller.UserId, "message:scheduled", new ScheduledEvent(view.ChatId, id, view));
        return links.Sign(caller, view);
    }

    public async Task<Outcome<Nothing?>> Cancel(Caller caller, Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Lock(caller, id, cancellation) is not { } message)
        {
            return Refusal.NotFound;
        }

        db.Remove(message);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await deleteFiles.Unreferenced(message.FileIds);
        await bus.ToUser(caller.UserId, "message:scheduled", new ScheduledEvent(message.ChatId, id, null));
        return Nothing.Done;
    }

    public async Task<Outcome<MessageView>> Send(Caller caller, Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Lock(caller, id, cancellation) is not { } message)
        {
            return Refusal.NotFound;
        }

        var sent = await deliver.Run(message, transaction, cancellation);
        return sent.Then(view => links.Sign(caller, view));
    }

    private async Task<ScheduledMessage?> Lock(Caller caller, Guid id, CancellationToken cancellation) => (await db.ScheduledMessages
        .FromSql(
            $"""
             select s.* from core.scheduled_messages s
             where s.id = {id} and s.sender_id = {caller.UserId} and s.organization_id = {caller.OrganizationId}
               and exists (select from core.memberships m where m.chat_id = s.chat_id and m.user_id = s.sender_id)
             for update
             """)
        .ToListAsync(cancellation)).FirstOrDefault();
}
