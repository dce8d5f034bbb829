using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Organizations;

/// <param name="Q">Part of a name, a slug or a host name.</param>
public sealed record ListOrganizationsRequest(
    string? Cursor, [property: Range(1, 100)] int? Limit, [property: StringLength(64)] string? Q) : IRequest;

[JsonConverter(typeof(UpperSnakeJson<OrganizationState>))]
public enum OrganizationState
{
    Active,
    Suspended,
    Deleting,
}

/// <param name="Hosts">The first goes into links.</param>
/// <param name="People">Accounts that can sign in.</param>
/// <param name="Storage">Bytes of its files.</param>
/// <param name="IsFresh">Nobody has signed up yet: its set-up link is good.</param>
/// <param name="IsMine">The caller's own: it cannot be suspended or deleted from within.</param>
public sealed record HostedOrganizationView(
    Guid Id,
    string Slug,
    string Name,
    OrganizationState State,
    string[] Hosts,
    int People,
    int Chats,
    long Storage,
    bool IsFresh,
    bool IsMine,
    DateTimeOffset CreatedAt);

/// <summary>The organizations of this server, oldest first, for its operators.</summary>
internal sealed class ListOrganizations(StogramContext db) : IVerb
{
    public async Task<Outcome<HostedOrganizationView[]>> Run(
        Caller caller, ListOrganizationsRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var after = Guid.Empty;
        if (request.Cursor is { } cursor && !Guid.TryParse(Cursor.Read(cursor), out after))
        {
            return Refusal.Invalid("cursor", "Not a cursor of this list.");
        }

        var all = db.Organizations.Where(one => one.Id > after);
        if (request.Q?.Trim() is { Length: > 0 } words)
        {
            var pattern = ReadUsers.Containing(words);
            all = all.Where(one => EF.Functions.ILike(one.Name, pattern, ReadUsers.Escape)
                || EF.Functions.ILike(one.Slug, pattern, ReadUsers.Escape)
                || one.Hosts.Any(name => EF.Functions.ILike(name.Host, pattern, ReadUsers.Escape)));
        }

        var limit = request.Limit ?? 50;
        var rows = await View(all.OrderBy(one => one.Id).Take(limit + 1), caller).ToArrayAsync(cancellation);
        Outcome<HostedOrganizationView[]> page = rows.Take(limit).ToArray();
        return page.WithPage(rows.Length > limit ? Cursor.Write(rows[limit - 1].Id.ToString()) : null);
    }

    public Task<HostedOrganizationView> One(Caller caller, Guid id, CancellationToken cancellation) =>
        View(db.Organizations.Where(one => one.Id == id), caller).SingleAsync(cancellation);

    private IQueryable<HostedOrganizationView> View(IQueryable<Organization> organizations, Caller caller) =>
        organizations.AsNoTracking().Select(one => new HostedOrganizationView(
            one.Id,
            one.Slug,
            one.Name,
            one.DeletedAt != null ? OrganizationState.Deleting : one.SuspendedAt != null ? OrganizationState.Suspended : OrganizationState.Active,
            one.Hosts.OrderBy(name => name.Place).Select(name => name.Host).ToArray(),
            db.Users.Count(user => user.OrganizationId == one.Id && user.DeactivatedAt == null),
            db.Chats.Count(chat => chat.OrganizationId == one.Id),
            db.Files.Where(file => file.OrganizationId == one.Id).Sum(file => file.Size),
            !db.Users.Any(user => user.OrganizationId == one.Id),
            one.Id == caller.OrganizationId,
            one.CreatedAt));
}
