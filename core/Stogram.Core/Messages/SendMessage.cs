using System.ComponentModel.DataAnnotations;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <param name="Id">Made by the client: the same id again answers with the same message.</param>
public sealed record SendMessageRequest(
    [property: Required] Guid? Id,
    [property: Required] Guid? ChatId,
    [property: StringLength(SendMessage.MaxLength)] string? Content,
    Guid? ReplyToId,
    [property: MaxLength(SendMessage.MaxFiles)] Guid[]? FileIds,
    bool? IsSilent) : IRequest;

/// <summary>
/// The one way into a chat, whatever the door. When it answers, the message is committed; a repeat of a stored
/// message is answered with that message.
/// </summary>
internal sealed class SendMessage(InterceptMessage intercept, MessageWriter writer, FileLinks links, TimeProvider time) : IVerb
{
    public const int MaxLength = 10_000;

    public const int MaxFiles = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Outcome<MessageView>> Run(
        Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Content) && request.FileIds is not { Length: > 0 })
        {
            return Refusal.Invalid("content", "A message needs text or a file.");
        }

        if (request.Id == Guid.Empty)
        {
            return Refusal.Invalid("id", "Make a new id for each message.");
        }

        var message = new NewMessage(
            caller.OrganizationId, request.ChatId!.Value, request.Id!.Value, caller.UserId, request.Content ?? "",
            request.ReplyToId, request.FileIds?.Distinct().ToArray() ?? [], request.IsSilent ?? false);
        var intercepted = await intercept.Run(message, cancellation);
        if (intercepted.Refusal is { } refusal)
        {
            return refusal;
        }

        if (writer.Store(intercepted.Value) is not { } committed)
        {
            return new Refusal(ErrorCode.Unavailable, "Too much is being sent right now. Try again in a moment.");
        }

        // Not cancelled with the caller: a commit goes on without them, and a retry finds it.
        var stored = await committed.WaitAsync(Patience, time, cancellation);
        return stored.Verdict switch
        {
            StoreVerdict.Stored => Outcome<MessageView>.New(links.Sign(caller, stored.Message!)),
            StoreVerdict.Repeated => links.Sign(caller, stored.Message!),
            StoreVerdict.TakenByAnother => Refusal.Conflict("This id is taken in this chat. Make a new one."),
            StoreVerdict.MayNotPost => Refusal.Forbidden("Only admins write in this channel."),
            StoreVerdict.UnknownReply => Refusal.Invalid("replyToId", "There is no such message in this chat."),
            StoreVerdict.UnknownFile => Refusal.Invalid("fileIds", "Upload the file first."),
            _ => Refusal.NotFound,
        };
    }
}
