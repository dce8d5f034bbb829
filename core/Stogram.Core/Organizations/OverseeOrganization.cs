using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Audit;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <param name="Hosts">All its host names, the one for links first.</param>
/// <param name="Suspended">True cuts everybody off until it is false again; nothing is lost.</param>
public sealed record OverseeOrganizationRequest(
    [property: StringLength(64), NotBlank] string? Name,
    [property: RegularExpression(CreateOrganization.Slug, ErrorMessage = CreateOrganization.SlugRule)] string? Slug,
    [property: MaxLength(20)] string[]? Hosts,
    bool? Suspended) : IRequest;

/// <summary>What the server's operators decide about an organization.</summary>
internal sealed class OverseeOrganization(
    StogramContext db, ListOrganizations list, AuditLog audit, IHttpContextAccessor accessor, TimeProvider time) : IVerb
{
    public async Task<Outcome<HostedOrganizationView>> Run(
        Caller caller, Guid id, OverseeOrganizationRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await Find(caller, id, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var organization = found.Value;
        if (Refuse(caller, organization, request) is { } no)
        {
            return no;
        }

        var before = Values(organization);
        await Change(organization, request, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken)
        {
            var field = taken.TableName == "organization_hosts" ? "hosts" : "slug";
            return Refusal.Conflict("Another organization has that name.", new Dictionary<string, string> { [field] = "Taken." });
        }

        await audit.Write(caller, id, new("operator.organization-changed", id, before, Values(organization)), cancellation);
        await transaction.CommitAsync(cancellation);
        return await list.One(caller, id, cancellation);
    }

    /// <summary>With its hosts, tracked; locked against others who change it.</summary>
    private async Task<Outcome<Organization>> Find(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await db.Database.ExecuteSqlAsync($"select from core.organizations where id = {id} for update", cancellation);
        var organization = await db.Organizations.Include(one => one.Hosts)
            .FirstOrDefaultAsync(one => one.Id == id && one.DeletedAt == null, cancellation);
        return organization is null ? Refusal.NotFound : organization;
    }

    private Refusal? Refuse(Caller caller, Organization organization, OverseeOrganizationRequest request)
    {
        if (request.Suspended == true && organization.Id == caller.OrganizationId)
        {
            return Refusal.Conflict("This is your own organization: you would lock yourself out.");
        }

        var hosts = request.Hosts ?? [];
        if (hosts.FirstOrDefault(host => HostName.Read(host) is null) is { } wrong)
        {
            return Refusal.Invalid("hosts", $"'{wrong}' is no host name: write for example chat.example.org.");
        }

        var here = FindOrganization.HostOf(accessor.HttpContext!.Request);
        return organization.Id != caller.OrganizationId && hosts.Any(host => HostName.Read(host) == here)
            ? Refusal.Conflict("You are here by this host name: you would lock yourself out.", new Dictionary<string, string> { ["hosts"] = "In use by you." })
            : null;
    }

    private async Task Change(Organization organization, OverseeOrganizationRequest request, CancellationToken cancellation)
    {
        organization.Name = request.Name?.Trim() ?? organization.Name;
        organization.Slug = request.Slug ?? organization.Slug;
        if (request.Suspended is { } suspended && suspended != organization.SuspendedAt is not null)
        {
            organization.SuspendedAt = suspended ? time.GetUtcNow() : null;
        }

        if (request.Hosts is { } hosts)
        {
            await db.OrganizationHosts.Where(name => name.OrganizationId == organization.Id).ExecuteDeleteAsync(cancellation);
            organization.Hosts.ForEach(name => db.Entry(name).State = EntityState.Detached);
            organization.Hosts.Clear();
            organization.Hosts.AddRange(hosts.Select(HostName.Read).Distinct().Select((host, place) =>
                new OrganizationHost { Host = host!, OrganizationId = organization.Id, Place = place }));
        }
    }

    private static Dictionary<string, string> Values(Organization one) => new()
    {
        ["name"] = one.Name,
        ["slug"] = one.Slug,
        ["hosts"] = string.Join(' ', one.Hosts.OrderBy(name => name.Place).Select(name => name.Host)),
        ["suspended"] = one.SuspendedAt is null ? "false" : "true",
    };
}
