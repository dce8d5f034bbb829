using System.ComponentModel.DataAnnotations;
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
internal sealed class EditMessage(StogramContext db, ChangeMessage change, IBus bus, TimeProvider time) : IVerb
{
    public Task<Outcome<MessageView>> Run(Caller caller, EditMessageCommand request, CancellationToken cancellation) =>
        change.Run(
            caller, request.ChatId!.Value, request.Id!.Value,
            (_, message) => Task.FromResult(Edit(caller, message, request.Content!)),
            view => bus.ToChat(view.ChatId, "message:edited", view),
            cancellation);

    private Change Edit(Caller caller, Message message, string content)
    {
        if (message.SenderId != caller.UserId)
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
        return Change.Made;
    }
}
