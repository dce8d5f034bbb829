using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Previews;
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
    StogramContext db,
    InterceptMessage intercept,
    FindNames names,
    DropPreview dropPreview,
    PreviewQueue previews,
    ChangeMessage change,
    Reach reach,
    IBus bus,
    TimeProvider time,
    CoreOptions options) : IVerb
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
                    : await Edit(caller, locked, message, intercepted.Value, cancellation),
                Tell,
                cancellation);
    }

    private async Task<Change> Edit(Caller caller, LockedChat locked, Message message, string content, CancellationToken cancellation)
    {
        if (GroupRights.RefuseReadOnly(locked) is { } refusal)
        {
            return refusal;
        }

        if (message.SenderId != caller.UserId || message.Type == WriteLine.Type)
        {
            return Refusal.Forbidden("Only who wrote a message can edit it.");
        }

        if (locked.Chat.IsSecret || !MessageTypes.IsPeoples(message.Type))
        {
            return Refusal.Forbidden("This message cannot be edited.");
        }

        if (message.TwinChatId is not null && locked.Chat.Type == ChatType.Group)
        {
            return Refusal.Forbidden("Edit the post in its channel: this is a copy of it.");
        }

        if (message.Content == content)
        {
            return Change.None;
        }

        if (content.Length > options.Messages.MessageLength)
        {
            return PrepareMessage.TooLong(options.Messages);
        }

        var isOwnChannel = locked is { Chat.Type: ChatType.Channel, Me.IsAdministrator: true };
        return !isOwnChannel && time.GetUtcNow() - message.CreatedAt > TimeSpan.FromHours(options.Messages.EditHours)
            ? Refusal.Forbidden($"A message can be edited for {options.Messages.EditHours} hours.")
            : await Say(locked.Chat, message, content, OutboxRow.Edited(caller, message), cancellation);
    }

    /// <summary>Keeps what it said so far.</summary>
    public async Task<Change> Say(Chat chat, Message message, string content, OutboxRow happened, CancellationToken cancellation)
    {
        db.MessageEdits.Add(new()
        {
            ChatId = message.ChatId,
            Seq = message.Seq,
            Rev = message.Rev,
            Content = message.Content ?? "",
            EditedAt = time.GetUtcNow(),
        });
        message.Content = content;
        (message.Mentions, message.Hashtags) = await names.In(chat.OrganizationId, chat.Id, message.SenderId, content, cancellation);
        message.IsEdited = true;
        var isOfAnother = PreviewRow.Read(message.Preview) is { } shown && shown.Url != FirstLink.In(content)?.AbsoluteUri;
        return new(happened) { Gone = isOfAnother ? await dropPreview.Run(message, cancellation) : [] };
    }

    public async Task Tell(MessageView edited)
    {
        await bus.ToChat(edited.ChatId, "message:edited", edited);
        previews.Look(edited);
    }
}
