using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Privacy;

/// <summary>
/// The one place where a person becomes what somebody sees of them: answers are made for who asks, events hold only what
/// everybody may see. SQL asks <c>core.hidden_from</c>; administration alone sees past it.
/// </summary>
internal sealed class Sight(StogramContext db) : IVerb
{
    public async Task<UserView[]> People(Guid viewer, IQueryable<User> people, CancellationToken cancellation)
    {
        var views = await people.Select(UserView.Of).ToArrayAsync(cancellation);
        var hidden = await Hidden(viewer, [.. views.Select(view => view.Id)], cancellation);
        return hidden.Count == 0 ? views : [.. views.Select(view => Cover(view, hidden))];
    }

    public async Task<Dictionary<Guid, UserView>> ById(Guid viewer, Guid[] people, CancellationToken cancellation) =>
        (await People(viewer, db.Users.Where(user => people.Contains(user.Id)), cancellation)).ToDictionary(view => view.Id);

    public async Task<MemberView[]> Members(Guid viewer, IQueryable<ChatMember> members, CancellationToken cancellation)
    {
        var views = await members.Select(MemberView.Of).ToArrayAsync(cancellation);
        var hidden = await Hidden(viewer, [.. views.Select(view => view.UserId).Distinct()], cancellation);
        return hidden.Count == 0 ? views : [.. views.Select(view => view with { User = Cover(view.User, hidden) })];
    }

    /// <summary>For events, which are the same for everybody: who is here is in none, a picture where nobody is kept from it.</summary>
    public async Task<ChatMemberEvent[]> ForAll(IQueryable<ChatMember> members, CancellationToken cancellation)
    {
        var views = await members.Select(MemberView.Of).ToArrayAsync(cancellation);
        Guid[] people = [.. views.Select(view => view.UserId).Distinct()];
        var reserved = await db.Database.SqlQuery<Guid>($"""select user_id as "Value" from core.not_for_all({people})""")
            .ToListAsync(cancellation);
        return [.. views.Select(view => Public(view, reserved.Contains(view.UserId)))];
    }

    private async Task<Dictionary<Guid, Hiding>> Hidden(Guid viewer, Guid[] people, CancellationToken cancellation) =>
        people.Length == 0
            ? []
            : await db.Database.SqlQuery<Hiding>(
                $"""
                 select user_id as "UserId", presence as "Presence", photo as "Photo" from core.hidden_from({viewer}, {people})
                 """).ToDictionaryAsync(row => row.UserId, cancellation);

    private static UserView Cover(UserView view, Dictionary<Guid, Hiding> hidden) =>
        hidden.TryGetValue(view.Id, out var hiding) ? Without(view, hiding.Presence, hiding.Photo) : view;

    private static ChatMemberEvent Public(MemberView view, bool isReserved) => new(
        view.ChatId, view.Rev, view with { User = Without(view.User, presence: true, photo: isReserved) }, isReserved);

    private static UserView Without(UserView view, bool presence, bool photo) => view with
    {
        Status = presence ? null : view.Status,
        LastSeenAt = presence ? null : view.LastSeenAt,
        AvatarUrl = photo ? null : view.AvatarUrl,
    };

    private sealed record Hiding(Guid UserId, bool Presence, bool Photo);
}
