using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Topics;

namespace Stogram.Core.Messages;

public sealed record PinCommand(
    [property: Required] Guid? ChatId, [property: Required] Guid? Id, [property: Required] bool? On) : IRequest;

public sealed record PinRequest([property: Required] Guid? MessageId) : IRequest;

/// <summary>Keeps a message in view above the chat, for everybody in it; a chat has many.</summary>
internal sealed class PinMessage(
    StogramContext db,
    ChangeMessage change,
    LockChat lockChat,
    WriteLine line,
    Reach reach,
    IBus bus,
    TimeProvider time,
    CoreOptions options) : IVerb
{
    public async Task<Outcome<MessageView>> Run(Caller caller, PinCommand request, CancellationToken cancellation)
    {
        MessageView? changed = null;
        var outcome = await change.Run(
            caller, request.ChatId!.Value, request.Id!.Value,
            (locked, message) => Pin(caller, locked, message, request.On!.Value, cancellation),
            view => bus.ToChat(view.ChatId, "message:pinned", changed = view),
            cancellation);
        await (changed is { IsPinned: true } ? Say(caller, changed, cancellation) : Task.CompletedTask);
        return outcome;
    }

    private async Task Say(Caller caller, MessageView pinned, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, pinned.ChatId, cancellation);
        await (locked is null ? Task.CompletedTask : line.Alone(locked, new("PINNED", Topic: pinned.TopicSeq ?? Topic.General), cancellation));
    }

    private async Task<Change> Pin(Caller caller, LockedChat locked, Message message, bool on, CancellationToken cancellation)
    {
        if ((GroupRights.RefusePin(locked) ?? await reach.RefuseIn(locked.Chat, caller.UserId, cancellation)) is { } refusal)
        {
            return refusal;
        }

        if (message.PinnedAt is not null == on)
        {
            return Change.None;
        }

        var most = options.Messages.Pins;
        if (on && await db.Messages.CountAsync(other => other.ChatId == message.ChatId && other.PinnedAt != null, cancellation) >= most)
        {
            return Refusal.Invalid("id", $"At most {most} pinned messages in a chat.");
        }

        message.PinnedAt = on ? time.GetUtcNow() : null;
        return OutboxRow.Pinned(caller, message, on);
    }
}
