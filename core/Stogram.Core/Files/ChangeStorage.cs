using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>In bytes; null leaves it to the server.</summary>
/// <param name="MaxFileSize">Of one file.</param>
/// <param name="Quota">Of everybody together.</param>
/// <param name="PersonQuota">Of each person.</param>
public sealed record ChangeStorageRequest(
    [property: Range(1, long.MaxValue, ErrorMessage = "At least one byte.")] long? MaxFileSize,
    [property: Range(1, long.MaxValue, ErrorMessage = "At least one byte.")] long? Quota,
    [property: Range(1, long.MaxValue, ErrorMessage = "At least one byte.")] long? PersonQuota) : IRequest;

/// <param name="Own">What this organization set for itself.</param>
/// <param name="Server">What holds at most, whatever an organization sets.</param>
/// <param name="Used">In bytes, with what is just being uploaded.</param>
/// <param name="People">Those who use most, at most twenty.</param>
public sealed record StorageView(LimitsRow Own, LimitsRow Server, long Used, PersonUsage[] People);

public sealed record LimitsRow(long? MaxFileSize, long? Quota, long? PersonQuota);

public sealed record PersonUsage(Guid UserId, string DisplayName, long Used);

/// <summary>An organization's own limits on files.</summary>
internal sealed class ChangeStorage(StogramContext db, CoreOptions options, AuditLog audit) : IVerb
{
    private const int MostPeople = 20;

    public async Task<Outcome<StorageView>> Read(Caller caller, CancellationToken cancellation) =>
        Administrators.Refuse(caller) is { } refusal ? refusal : await View(caller, cancellation);

    public async Task<Outcome<StorageView>> Run(
        Caller caller, ChangeStorageRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var organization = await Mine(caller, cancellation);
        var before = Values(organization);
        (organization.MaxFileSize, organization.StorageQuota, organization.PersonQuota) =
            (request.MaxFileSize, request.Quota, request.PersonQuota);
        await db.SaveChangesAsync(cancellation);
        await audit.Write(caller, new("storage.changed", organization.Id, before, Values(organization)), cancellation);
        await transaction.CommitAsync(cancellation);
        return await View(caller, cancellation);
    }

    private async Task<StorageView> View(Caller caller, CancellationToken cancellation)
    {
        var own = await Mine(caller, cancellation);
        var people = await db.StorageUsage
            .Where(row => row.OrganizationId == caller.OrganizationId && row.OwnerId != ReserveSpace.Everybody && row.Bytes > 0)
            .OrderByDescending(row => row.Bytes).Take(MostPeople)
            .Join(db.Users, row => row.OwnerId, user => user.Id, (row, user) => new PersonUsage(user.Id, user.DisplayName, row.Bytes))
            .ToArrayAsync(cancellation);
        return new StorageView(
            new(own.MaxFileSize, own.StorageQuota, own.PersonQuota),
            new(options.MaxFileSize, options.StorageQuota, options.PersonQuota),
            await ReserveSpace.Used(caller.OrganizationId, ReserveSpace.Everybody, db, cancellation),
            [.. people.OrderByDescending(person => person.Used)]);
    }

    private Task<Organization> Mine(Caller caller, CancellationToken cancellation) =>
        db.Organizations.SingleAsync(one => one.Id == caller.OrganizationId, cancellation);

    private static Dictionary<string, string> Values(Organization one) => new()
    {
        ["maxFileSize"] = Text(one.MaxFileSize),
        ["quota"] = Text(one.StorageQuota),
        ["personQuota"] = Text(one.PersonQuota),
    };

    private static string Text(long? bytes) => bytes?.ToString(CultureInfo.InvariantCulture) ?? "";
}
