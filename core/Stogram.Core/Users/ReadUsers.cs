using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

public sealed record ListUsersRequest(string? Cursor, [property: Range(1, 100)] int? Limit) : IRequest;

public sealed record SearchUsersRequest([property: Required, StringLength(64)] string? Q) : IRequest;

/// <summary>The people that the caller may know of.</summary>
internal sealed class ReadUsers(StogramContext db, Sight sight) : IVerb
{
    /// <summary>To be said with each pattern: otherwise EF has none, and a backslash is looked for as it is.</summary>
    public const string Escape = @"\";

    public async Task<Outcome<UserView[]>> List(Caller caller, ListUsersRequest request, CancellationToken cancellation)
    {
        var after = Guid.Empty;
        if (request.Cursor is { } cursor && !Guid.TryParse(Cursor.Read(cursor), out after))
        {
            return Refusal.Invalid("cursor", "Not a cursor of this list.");
        }

        var limit = request.Limit ?? 50;
        var people = await sight.People(
            caller.UserId, Visible(caller).Where(user => user.Id > after).OrderBy(user => user.Id).Take(limit + 1), cancellation);
        Outcome<UserView[]> page = people.Take(limit).ToArray();
        return page.WithPage(people.Length > limit ? Cursor.Write(people[limit - 1].Id.ToString()) : null);
    }

    public async Task<Outcome<UserView>> One(Caller caller, Guid id, CancellationToken cancellation) =>
        await sight.People(caller.UserId, Visible(caller).Where(user => user.Id == id), cancellation) is [var user]
            ? user
            : Refusal.NotFound;

    public async Task<Outcome<UserView[]>> Search(
        Caller caller, SearchUsersRequest request, CancellationToken cancellation)
    {
        var words = request.Q!.Trim().TrimStart('@');
        var pattern = Containing(words);
        var found = Visible(caller)
            .Where(user => StogramContext.Mentions(user.DisplayName, user.UserName!, user.Email!, words))
            .Where(user => EF.Functions.ILike(user.DisplayName, pattern, Escape) || EF.Functions.ILike(user.UserName!, pattern, Escape))
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Take(20);
        return await sight.People(caller.UserId, found, cancellation);
    }

    private IQueryable<User> Visible(Caller caller) => db.Users.KnownTo(caller).AsNoTracking();

    /// <summary>A pattern for LIKE in which people's words mean what they say.</summary>
    public static string Containing(string words) =>
        $"%{words.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
