using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>
/// Sets space aside before bytes are taken, one after the other in an organization: of two who race for the last of
/// the quota, one gets it.
/// </summary>
internal sealed class ReserveSpace(StogramContext db, CoreOptions options) : IVerb
{
    /// <summary>The organization's row among those of its people.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    /// <param name="upload">Stored if it is new, and larger from now on.</param>
    public async Task<Refusal?> Run(Upload upload, long size, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var limits = await StorageLimits.Of(upload.OrganizationId, db, options, cancellation);
        if (size > limits.MaxFileSize)
        {
            return limits.TooLarge();
        }

        await Wait(upload.OrganizationId, cancellation);
        var isNew = db.Entry(upload).State == EntityState.Detached;
        var more = size - (isNew ? 0 : upload.Size);
        if (await IsFull(upload.OrganizationId, Everybody, more, limits.Quota, cancellation))
        {
            return Full("The storage of everybody here is full: ask an administrator.", "ORGANIZATION", limits.Quota!.Value);
        }

        if (await IsFull(upload.OrganizationId, upload.OwnerId, more, limits.PersonQuota, cancellation))
        {
            return Full("Your storage is full: delete messages with large files, or ask an administrator.", "PERSON", limits.PersonQuota!.Value);
        }

        upload.Size = size;
        if (isNew)
        {
            db.Uploads.Add(upload);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task Wait(Guid organizationId, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into core.storage_usage values ({organizationId}, {Everybody}, 0) on conflict do nothing", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"select from core.storage_usage where organization_id = {organizationId} and owner_id = {Everybody} for no key update",
            cancellation);
    }

    private async Task<bool> IsFull(Guid organizationId, Guid ownerId, long more, long? quota, CancellationToken cancellation) =>
        quota is { } most && await Used(organizationId, ownerId, db, cancellation) + more > most;

    public static Task<long> Used(Guid organizationId, Guid ownerId, StogramContext db, CancellationToken cancellation) =>
        db.StorageUsage.Where(row => row.OrganizationId == organizationId && row.OwnerId == ownerId)
            .Select(row => row.Bytes).FirstOrDefaultAsync(cancellation);

    private static Refusal Full(string words, string whose, long quota) => new(
        ErrorCode.QuotaExceeded, words, new Dictionary<string, string> { ["whose"] = whose, ["quota"] = HumanSize.Of(quota) });
}
