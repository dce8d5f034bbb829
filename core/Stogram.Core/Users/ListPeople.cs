using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="Q">Part of a name, a username or an e-mail address.</param>
/// <param name="State"><c>active</c>, <c>deactivated</c> or <c>reset</c> (waits for a new password); all where left out.</param>
public sealed record ListPeopleRequest(
    string? Cursor,
    [property: Range(1, 100)] int? Limit,
    [property: StringLength(64)] string? Q,
    [property: RegularExpression("^(OWNER|ADMIN|MEMBER|GUEST)$", ErrorMessage = "OWNER, ADMIN, MEMBER or GUEST.")] string? Role,
    [property: RegularExpression("^(active|deactivated|reset)$", ErrorMessage = "active, deactivated or reset.")] string? State) : IRequest;

/// <param name="ResetAskedAt">They forgot their password and no letter could be sent: hand them a link.</param>
/// <param name="Sessions">On how many devices they are signed in.</param>
public sealed record PersonView(
    Guid Id,
    string Username,
    string DisplayName,
    string? AvatarUrl,
    string Email,
    bool EmailConfirmed,
    UserRole Role,
    bool IsOperator,
    bool TwoFactorEnabled,
    int Passkeys,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset? DeactivatedAt,
    DateTimeOffset? ResetAskedAt,
    int Sessions);

/// <summary>Everybody of the caller's organization, for its administrators, by name.</summary>
internal sealed class ListPeople(StogramContext db) : IVerb
{
    public async Task<Outcome<PersonView[]>> Run(Caller caller, ListPeopleRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var people = Matching(caller, request);
        if (request.Cursor is { } cursor)
        {
            if (Cursor.Read(cursor) is not { Length: > 36 } place || !Guid.TryParse(place[..36], out var id))
            {
                return Refusal.Invalid("cursor", "Not a cursor of this list.");
            }

            var name = place[36..];
            people = people.Where(user => EF.Functions.GreaterThan(
                ValueTuple.Create(user.DisplayName, user.Id), ValueTuple.Create(name, id)));
        }

        var limit = request.Limit ?? 50;
        var rows = await people.OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Take(limit + 1)
            .Select(user => new PersonView(
                user.Id, user.UserName!, user.DisplayName, user.AvatarFileId == null ? null : Files.FileLinks.Place + user.AvatarFileId,
                user.Email!, user.EmailConfirmed, user.Role, user.IsOperator, user.TwoFactorEnabled,
                db.UserPasskeys.Count(passkey => passkey.UserId == user.Id),
                user.CreatedAt, user.LastSeenAt, user.DeactivatedAt, user.ResetAskedAt,
                db.Sessions.Count(session => session.UserId == user.Id && session.RevokedAt == null)))
            .ToArrayAsync(cancellation);
        Outcome<PersonView[]> page = rows.Take(limit).ToArray();
        return page.WithPage(rows.Length > limit ? Cursor.Write(rows[limit - 1].Id + rows[limit - 1].DisplayName) : null);
    }

    private IQueryable<User> Matching(Caller caller, ListPeopleRequest request)
    {
        var people = db.Users.Where(user => user.OrganizationId == caller.OrganizationId && user.DeletedAt == null);
        if (request.Q?.Trim() is { Length: > 0 } words)
        {
            var pattern = ReadUsers.Containing(words);
            people = people.Where(user => StogramContext.Mentions(user.DisplayName, user.UserName!, user.Email!, words)).Where(user =>
                EF.Functions.ILike(user.DisplayName, pattern, ReadUsers.Escape) || EF.Functions.ILike(user.UserName!, pattern, ReadUsers.Escape) || EF.Functions.ILike(user.Email!, pattern, ReadUsers.Escape));
        }

        // Read here: a query's enum is bound by the names of C#, and not by those of the wire.
        people = request.Role is { } word && UpperSnake.Read<UserRole>(word) is var role ? people.Where(user => user.Role == role) : people;
        return request.State switch
        {
            "active" => people.Where(user => user.DeactivatedAt == null),
            "deactivated" => people.Where(user => user.DeactivatedAt != null),
            "reset" => people.Where(user => user.ResetAskedAt != null),
            _ => people,
        };
    }
}
