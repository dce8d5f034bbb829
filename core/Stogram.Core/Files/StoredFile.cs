namespace Stogram.Core.Files;

public sealed class StoredFile
{
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    public Guid OwnerId { get; set; }

    public required string Name { get; set; }

    public long Size { get; set; }

    /// <summary>Told from the content; what the client said does not count.</summary>
    public required string ContentType { get; set; }

    /// <summary>Below the uploads folder, or in the bucket.</summary>
    public required string Path { get; set; }

    public bool InBucket { get; set; }

    public bool IsVoice { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public double? Duration { get; set; }

    public short[]? Waveform { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>See <c>RemoveLeftovers</c>.</summary>
    public DateTimeOffset? LooseSince { get; set; }
}
