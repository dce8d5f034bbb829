using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

public sealed record EditMessageCommand(
    [property: Required] Guid? ChatId,
    [property: Required] Guid? Id,
    [property: Required, NotBlank, StringLength(SendMessage.MaxLength)] string? Content) : IRequest;

public sealed record EditMessageRequest(
    [property: Required, NotBlank, StringLength(SendMessage.MaxLength)] string? Content) : IRequest;

/// <summary>The sender, and nobody else, says it differently. What was said before is kept.</summary>
internal sealed class EditMessage(
    StogramContext db, InterceptMessage intercept, ChangeMessage change, Reach reach, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<MessageView>> Run(Caller caller, EditMessageCommand request, CancellationToken cancellation)
    {
        var (chatId, id) = (request.ChatId!.Value, request.Id!.Value);
        var intercepted = await intercept.Edit(caller, chatId, id, request.Content!, cancellation);
        return intercepted.Refusal is { } refusal
            ? refusal
            : await change.Run(
                caller, chatId, id,
                async (locked, message) => await reach.RefuseIn(locked.Chat, caller.UserId, cancellation) is { } closed
                    ? closed
                    : Edit(locked, message, caller, intercepted.Value),
                view => bus.ToChat(view.ChatId, "message:edited", view),
                cancellation);
    }

    private Change Edit(LockedChat locked, Message message, Caller caller, string content)
    {
        if (GroupRights.RefuseReadOnly(locked) is { } refusal)
        {
            return refusal;
        }

        if (message.SenderId != caller.UserId || message.Type == WriteLine.Type)
        {
            return Refusal.Forbidden("Only who wrote a message can edit it.");
        }

        if (message.Content == content)
        {
            return Change.None;
        }

        db.MessageEdits.Add(new()
        {
            ChatId = message.ChatId,
            Seq = message.Seq,
            Rev = message.Rev,
            Content = message.Content ?? "",
            EditedAt = time.GetUtcNow(),
        });
        message.Content = content;
        message.IsEdited = true;
        return OutboxRow.Edited(caller, message);
    }
}
