namespace Stogram.Core.Privacy;

/// <summary>Somebody wants to have nothing to do with somebody else.</summary>
public sealed class Block
{
    public Guid UserId { get; set; }

    public Guid BlockedId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
