using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <param name="Id">Made by the client: the same id again stores nothing twice.</param>
/// <param name="MessageIds">They go in the order in which they were said.</param>
/// <param name="HideOrigin">As if the caller had written it.</param>
public sealed record ForwardCommand(
    [property: Required] Guid? Id,
    [property: Required] Guid? ChatId,
    [property: Required, MinLength(1), MaxLength(ForwardMessages.MostMessages)] Guid[]? MessageIds,
    [property: Required, MinLength(1), MaxLength(ForwardMessages.MostChats)] Guid[]? To,
    bool? HideOrigin,
    bool? IsSilent) : IRequest;

public sealed record ForwardRequest(
    [property: Required] Guid? Id,
    [property: Required, MinLength(1), MaxLength(ForwardMessages.MostChats)] Guid[]? To,
    bool? HideOrigin,
    bool? IsSilent) : IRequest;

/// <param name="Error">Why what is missing from <paramref name="Messages"/> did not go; nothing is missing without one.</param>
public sealed record ForwardTarget(Guid ChatId, MessageView[] Messages, ErrorBody? Error);

public sealed record ForwardedView(ForwardTarget[] Targets);

/// <summary>
/// Says again elsewhere what was said in a chat of the caller's. Each message goes into each chat as if it were sent
/// there; a chat that refuses one gets none after it. Files are shared, not copied.
/// </summary>
internal sealed class ForwardMessages(ReadOriginals originals, PostMessage post, FileLinks links, CoreOptions options, TimeProvider time) : IVerb
{
    public const int MostMessages = 100;

    public const int MostChats = 20;

    public async Task<Outcome<ForwardedView>> Run(Caller caller, ForwardCommand request, CancellationToken cancellation)
    {
        Guid[] ids = [.. request.MessageIds!.Distinct()];
        Guid[] to = [.. request.To!.Distinct()];
        if (request.Id == Guid.Empty)
        {
            return Refusal.Invalid("id", "Make a new id for each forward.");
        }

        if (ids.Length * to.Length > options.Messages.Forwards)
        {
            return Refusal.Invalid("to", $"At most {options.Messages.Forwards} messages times chats at once.");
        }

        var found = await originals.Run(caller, request.ChatId!.Value, ids, cancellation);
        if (found.Count < ids.Length)
        {
            return Refusal.NotFound;
        }

        if (found.Any(original => !MessageTypes.IsPeoples(original.Message)))
        {
            return Refusal.Invalid("messageIds", "Only what people write can be forwarded, and not out of a secret chat.");
        }

        return new ForwardedView(await Task.WhenAll(to.Select(chatId => Into(chatId, caller, request, found, cancellation))));
    }

    /// <summary>One after the other: each is stored before the next is asked about, so their order is that of the originals.</summary>
    private async Task<ForwardTarget> Into(
        Guid chatId, Caller caller, ForwardCommand request, List<Original> found, CancellationToken cancellation)
    {
        var sent = new List<MessageView>();
        foreach (var original in found)
        {
            var posted = await post.Run(Copy(chatId, caller, request, original), cancellation);
            if (posted.Refusal is { } refusal)
            {
                return new(chatId, [.. sent], refusal.ToEnvelope().Error);
            }

            sent.Add(links.Sign(caller, posted.Value));
        }

        return new(chatId, [.. sent], null);
    }

    private NewMessage Copy(Guid chatId, Caller caller, ForwardCommand request, Original original)
    {
        var message = original.Message;
        return new(
            caller.OrganizationId, chatId, IdOf(request.Id!.Value, chatId, message.Id), caller.UserId, message.Content ?? "",
            null, [.. message.Files.Select(file => file.Id)], request.IsSilent ?? false)
        {
            Special = SpecialParts.Of(new(
                ForwardedFrom: request.HideOrigin == true ? null : original.Origin,
                HidePreview: message.HidesPreview ? true : null,
                ExpiresIn: Left(message, time.GetUtcNow()))),
        };
    }

    /// <summary>What is to disappear does not outlive itself elsewhere.</summary>
    public static int? Left(MessageView message, DateTimeOffset now) =>
        message.ExpiresAt is { } end ? Math.Max(1, (int)(end - now).TotalSeconds) : null;

    /// <summary>The same for the same forward, so that a retry finds what is stored.</summary>
    public static Guid IdOf(Guid forwardId, Guid chatId, Guid messageId)
    {
        Span<byte> all = stackalloc byte[48];
        forwardId.TryWriteBytes(all);
        chatId.TryWriteBytes(all[16..]);
        messageId.TryWriteBytes(all[32..]);
        var id = SHA256.HashData(all).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0f) | 0x80);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new(id, bigEndian: true);
    }
}
