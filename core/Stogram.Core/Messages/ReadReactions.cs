using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Messages;

/// <param name="Emoji">Only this one; all where nothing is said.</param>
public sealed record ReactionsRequest(
    [property: StringLength(32)] string? Emoji,
    [property: StringLength(200)] string? Cursor,
    [property: Range(1, 100)] int? Limit) : IRequest;

public sealed record ReactorView(UserView User, string Emoji, DateTimeOffset At);

/// <summary>Who reacted to a message, and how; by pages, in the order of people.</summary>
internal sealed class ReadReactions(StogramContext db, Sight sight) : IVerb
{
    public async Task<Outcome<ReactorView[]>> Run(
        Caller caller, Guid chatId, Guid id, ReactionsRequest request, CancellationToken cancellation)
    {
        var after = Place.First;
        if (request.Cursor is { } cursor)
        {
            if (Place.Read(cursor) is not { } place)
            {
                return Refusal.Invalid("cursor", "Not a cursor of this list.");
            }

            after = place;
        }

        var limit = request.Limit ?? 50;
        var reactions = await db.Reactions
            .FromSql(
                $"""
                 select r.* from core.memberships m
                 join core.messages x on x.chat_id = m.chat_id and x.seq > m.visible_from_seq and x.id = {id}
                 join core.reactions r on r.chat_id = x.chat_id and r.seq = x.seq
                 where m.chat_id = {chatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
                   and ({request.Emoji}::text is null or r.emoji = {request.Emoji})
                   and (r.user_id, r.emoji) > ({after.UserId}, {after.Emoji})
                 order by r.user_id, r.emoji limit {limit + 1}
                 """)
            .AsNoTracking().ToArrayAsync(cancellation);
        Guid[] ids = [.. reactions.Select(reaction => reaction.UserId).Distinct()];
        var views = await sight.People(caller.UserId, db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)), cancellation);
        var people = views.ToDictionary(user => user.Id);
        Outcome<ReactorView[]> page = reactions.Take(limit)
            .Select(reaction => new ReactorView(people[reaction.UserId], reaction.Emoji, reaction.CreatedAt)).ToArray();
        return page.WithPage(reactions.Length > limit ? new Place(reactions[limit - 1].UserId, reactions[limit - 1].Emoji).Write() : null);
    }

    private sealed record Place(Guid UserId, string Emoji)
    {
        public static readonly Place First = new(Guid.Empty, "");

        public string Write() => Cursor.Write($"{UserId}:{Emoji}");

        public static Place? Read(string cursor) =>
            Cursor.Read(cursor)?.Split(':', 2) is [var user, var emoji] && Guid.TryParse(user, out var userId) && Validation.IsStorable(emoji)
                ? new(userId, emoji)
                : null;
    }
}
