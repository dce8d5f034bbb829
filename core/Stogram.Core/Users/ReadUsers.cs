using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

public sealed record ListUsersRequest(string? Cursor, [property: Range(1, 100)] int? Limit) : IRequest;

public sealed record SearchUsersRequest([property: Required, StringLength(64)] string? Q) : IRequest;

/// <summary>The people of the caller's organization who have not been deactivated.</summary>
internal sealed class ReadUsers(StogramContext db) : IVerb
{
    public async Task<Outcome<UserView[]>> List(Caller caller, ListUsersRequest request, CancellationToken cancellation)
    {
        var after = Guid.Empty;
        if (request.Cursor is { } cursor && !Guid.TryParse(Cursor.Read(cursor), out after))
        {
            return Refusal.Invalid("cursor", "Not a cursor of this list.");
        }

        var limit = request.Limit ?? 50;
        var people = await Visible(caller).Where(user => user.Id > after).OrderBy(user => user.Id).Take(limit + 1)
            .Select(UserView.Of).ToArrayAsync(cancellation);
        Outcome<UserView[]> page = people.Take(limit).ToArray();
        return page.WithPage(people.Length > limit ? Cursor.Write(people[limit - 1].Id.ToString()) : null);
    }

    public async Task<Outcome<UserView>> One(Caller caller, Guid id, CancellationToken cancellation) =>
        await Visible(caller).Where(user => user.Id == id).Select(UserView.Of).FirstOrDefaultAsync(cancellation)
            is { } user
            ? user
            : Refusal.NotFound;

    public async Task<Outcome<UserView[]>> Search(
        Caller caller, SearchUsersRequest request, CancellationToken cancellation)
    {
        var words = $"%{Escape(request.Q!.Trim().TrimStart('@'))}%";
        return await Visible(caller)
            .Where(user => EF.Functions.ILike(user.DisplayName, words) || EF.Functions.ILike(user.UserName!, words))
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Take(20).Select(UserView.Of).ToArrayAsync(cancellation);
    }

    private IQueryable<User> Visible(Caller caller) =>
        db.Users.Where(user => user.OrganizationId == caller.OrganizationId && user.DeactivatedAt == null);

    private static string Escape(string words) =>
        words.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
