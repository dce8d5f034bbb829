namespace Stogram.Core.Files;

/// <summary>Bytes in use or set aside, kept by triggers: of a person, or of everybody in the row of nobody.</summary>
internal sealed class StorageUsage
{
    public Guid OrganizationId { get; set; }

    public Guid OwnerId { get; set; }

    public long Bytes { get; set; }
}
