namespace Stogram.Core.Files;

/// <summary>A file on its way, by either door. Its size is set aside until it is a file with the same id, or gone.</summary>
internal sealed class Upload
{
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    public Guid OwnerId { get; set; }

    public required string Name { get; set; }

    /// <summary>What was announced; where nothing was, what has been set aside so far.</summary>
    public long Size { get; set; }

    public bool IsVoice { get; set; }

    public double? Duration { get; set; }

    public short[]? Waveform { get; set; }

    public string? Metadata { get; set; }

    public string? Path { get; set; }

    public bool InBucket { get; set; }

    public Guid? Writer { get; set; }

    public DateTimeOffset? WriterUntil { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
