using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>Keeps a message until it is due. What may be said then is judged then.</summary>
internal sealed class ScheduleMessage(
    StogramContext db, Membership membership, ReadScheduled read, IBus bus, TimeProvider time, CoreOptions options) : IVerb
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public async Task<Outcome<MessageView>> Run(Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        var (chatId, id, now) = (request.ChatId!.Value, request.Id!.Value, time.GetUtcNow());
        if (await membership.Find(caller, chatId, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        if (request.ScheduledAt > now + Longest)
        {
            return Refusal.Invalid("scheduledAt", $"At most {Longest.TotalDays:0} days from now.");
        }

        var waiting = db.ScheduledMessages.Where(one => one.ChatId == chatId && one.SenderId == caller.UserId);
        var most = options.Messages.Scheduled;
        if (!await waiting.AnyAsync(one => one.Id == id, cancellation) && await waiting.CountAsync(cancellation) >= most)
        {
            return Refusal.Invalid("scheduledAt", $"At most {most} scheduled messages in a chat.");
        }

        var message = New(caller, request, now);
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.scheduled_messages (id, chat_id, organization_id, sender_id, request, file_ids, due_at, created_at, updated_at)
             values ({id}, {chatId}, {caller.OrganizationId}, {caller.UserId}, {message.Request}::jsonb, {message.FileIds}, {message.DueAt}, {now}, {now})
             on conflict do nothing
             """, cancellation);
        if (await read.One(caller, id, cancellation) is not { } view)
        {
            return Refusal.Conflict("This id is taken in this chat. Make a new one.");
        }

        if (stored == 0)
        {
            return view;
        }

        await bus.ToUser(caller.UserId, "message:scheduled", new ScheduledEvent(chatId, id, view));
        return Outcome<MessageView>.New(view);
    }

    private static ScheduledMessage New(Caller caller, SendMessageRequest request, DateTimeOffset now)
    {
        var message = new ScheduledMessage
        {
            Request = "",
            SenderId = caller.UserId,
            FileIds = request.FileIds?.Distinct().ToArray() ?? [],
            DueAt = request.ScheduledAt!.Value.ToUniversalTime(),
            CreatedAt = now,
        };
        message.Write(request with { ScheduledAt = null });
        return message;
    }
}
