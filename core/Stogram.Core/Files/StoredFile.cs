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

    /// <summary>Below the uploads folder.</summary>
    public required string Path { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
