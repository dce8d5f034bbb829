using System.Security.Cryptography;

namespace Stogram.Core.Audit;

/// <summary>One deed. Its hash covers what it says and the hash of the row before: nothing can be changed unseen.</summary>
public sealed class AuditRow
{
    public Guid OrganizationId { get; set; }

    public long Seq { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null for the server itself, and for somebody who is not signed in.</summary>
    public Guid? ActorId { get; set; }

    public string? Ip { get; set; }

    public required string Action { get; set; }

    public Guid? TargetId { get; set; }

    /// <summary>JSON, as are the values after.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <param name="previous">The hash of the row before; empty for the first.</param>
    public byte[] HashAfter(byte[] previous)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(previous);
        writer.Write(OrganizationId.ToByteArray());
        writer.Write(Seq);
        writer.Write(At.UtcTicks);
        // Each text with its length, so that no two rows are written alike.
        foreach (var text in new[] { ActorId?.ToString(), Ip, Action, TargetId?.ToString(), Before, After })
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }

        return SHA256.HashData(bytes.ToArray());
    }
}
