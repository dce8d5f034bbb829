using System.Text.Json;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>A message that is not said yet: its sender's alone, under the id that it will have.</summary>
public sealed class ScheduledMessage
{
    public Guid Id { get; set; }

    public Guid ChatId { get; set; }

    public Guid OrganizationId { get; set; }

    public Guid SenderId { get; set; }

    /// <summary>A <see cref="SendMessageRequest"/>.</summary>
    public required string Request { get; set; }

    public Guid[] FileIds { get; set; } = [];

    public DateTimeOffset DueAt { get; set; }

    /// <summary>Why it did not go when it was due, an <see cref="ErrorBody"/>.</summary>
    public string? Failure { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public SendMessageRequest Read() => JsonSerializer.Deserialize(Request, CoreJson.Default.SendMessageRequest)!;

    public void Write(SendMessageRequest request) => Request = JsonSerializer.Serialize(request, CoreJson.Default.SendMessageRequest);
}

/// <summary>To the sender's devices: changed or failed, or gone, because it was sent or cancelled.</summary>
public sealed record ScheduledEvent(Guid ChatId, Guid Id, MessageView? Message);
