using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Audit;

/// <summary>Reads an organization's log from the first row on and compares every hash.</summary>
public static class VerifyAudit
{
    /// <returns>How many rows there are, and the first that is not what it was, or after which one is missing.</returns>
    public static async Task<(long Rows, long? BrokenAt)> Run(
        StogramContext db, Guid organizationId, CancellationToken cancellation)
    {
        var (previous, expected) = (Array.Empty<byte>(), 1L);
        var rows = db.AuditLog.AsNoTracking().Where(row => row.OrganizationId == organizationId).OrderBy(row => row.Seq);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.Seq != expected || !row.Hash.AsSpan().SequenceEqual(row.HashAfter(previous)))
            {
                return (expected - 1, expected);
            }

            (previous, expected) = (row.Hash, expected + 1);
        }

        return (expected - 1, null);
    }
}
