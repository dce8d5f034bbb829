using System.ComponentModel.DataAnnotations;
using System.Text.Json;
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
    bool? IsSilent) : IRequest
{
    /// <summary>The part of the answered message that it is about, word for word.</summary>
    public QuoteView? Quote { get; init; }

    /// <summary>The topic of a group that has them; an answer goes to the topic of what it answers by itself.</summary>
    [Range(0, long.MaxValue)]
    public long? TopicSeq { get; init; }

    /// <summary>Not before then; what is due already is sent at once.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Seconds until it is gone for everybody.</summary>
    [Range(SendMessage.ShortestLife, SendMessage.LongestLife)]
    public int? ExpiresIn { get; init; }

    public bool? IsEncrypted { get; init; }

    /// <summary>In secret chats alone, and then in place of <c>content</c>.</summary>
    [StringLength(SendMessage.MaxEncryptedLength)]
    public string? EncryptedContent { get; init; }

    /// <summary>Shows nothing of the page that it links to.</summary>
    public bool? HidePreview { get; init; }

    /// <summary>By plugin, for those that take it from clients.</summary>
    public JsonElement? Extra { get; init; }
}

/// <summary>What a client sends, by either door.</summary>
internal sealed class SendMessage(
    PrepareMessage prepare, PostMessage post, ScheduleMessage schedule, FileLinks links, TimeProvider time) : IVerb
{
    public const int MaxLength = 10_000;

    public const int MaxEncryptedLength = 65_536;

    public const int MaxFiles = 10;

    public const int ShortestLife = 5;

    public const int LongestLife = 366 * 24 * 60 * 60;

    public async Task<Outcome<MessageView>> Run(
        Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        var prepared = await prepare.Run(caller, request, cancellation);
        if (prepared.Refusal is { } refusal)
        {
            return refusal;
        }

        var posted = request.ScheduledAt > time.GetUtcNow()
            ? await schedule.Run(caller, request, cancellation)
            : await post.Run(prepared.Value, cancellation);
        return posted.Then(stored => links.Sign(caller, stored));
    }
}
