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

/// <summary>What a client sends, by either door.</summary>
internal sealed class SendMessage(PostMessage post, FileLinks links) : IVerb
{
    public const int MaxLength = 10_000;

    public const int MaxFiles = 10;

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
        var posted = await post.Run(message, cancellation);
        return posted.Then(stored => links.Sign(caller, stored));
    }
}
