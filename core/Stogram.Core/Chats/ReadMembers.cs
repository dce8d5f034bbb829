using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

/// <param name="Q">Part of a name or username.</param>
/// <param name="Role">Only these; the owner comes with the admins.</param>
public sealed record MembersRequest(
    [property: StringLength(200)] string? Cursor,
    [property: Range(1, 100)] int? Limit,
    [property: StringLength(64)] string? Q,
    [property: RegularExpression("^(ADMIN|MEMBER)$", ErrorMessage = "ADMIN or MEMBER.")] string? Role) : IRequest;

/// <summary>The members of a chat by pages: the owner, admins, then everybody in the order of their accounts.</summary>
internal sealed class ReadMembers(StogramContext db, Membership membership, Sight sight) : IVerb
{
    private const int RankOfMembers = 2;

    public async Task<Outcome<MemberView[]>> Run(
        Caller caller, Guid chatId, MembersRequest request, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        var place = request.Cursor is null ? new(-1, Guid.Empty) : Place.Read(request.Cursor);
        if (place is null)
        {
            return PageRequest.BadCursor;
        }

        var (from, to) = request.Role switch
        {
            // Words of the wire: a query's enum is bound by the names of C#.
            "ADMIN" => (0, RankOfMembers - 1),
            "MEMBER" => (RankOfMembers, RankOfMembers),
            _ => (0, RankOfMembers),
        };
        var members = await sight.Members(caller.UserId, Page(chatId, place, from, to, request), cancellation);
        var limit = request.Limit ?? 50;
        Outcome<MemberView[]> page = members.Take(limit).ToArray();
        return page.WithPage(members.Length > limit ? Place.Write(members[limit - 1]) : null);
    }

    private IQueryable<ChatMember> Page(Guid chatId, Place place, int from, int to, MembersRequest request)
    {
        var words = (request.Q ?? "").Trim().TrimStart('@');
        var pattern = ReadUsers.Containing(words);
        var limit = (request.Limit ?? 50) + 1;
        return db.ChatMembers
            .FromSql(
                $"""
                 select m.* from core.chat_members m join core.users u on u.id = m.user_id
                 where m.chat_id = {chatId} and m.left_at is null
                   and (core.rank_of(m.role), m.user_id) > ({place.Rank}, {place.UserId})
                   and core.rank_of(m.role) between {from} and {to}
                   and ({words.Length == 0} or (
                     core.mentions(u.display_name, u.username, u.email, {words}) and (u.display_name ilike {pattern} or u.username ilike {pattern})))
                 order by core.rank_of(m.role), m.user_id limit {limit}
                 """)
            // Again, for joining the people loses the order.
            .OrderBy(member => member.Role == ChatRole.Owner ? 0 : member.Role == ChatRole.Admin ? 1 : RankOfMembers)
            .ThenBy(member => member.UserId);
    }

    private sealed record Place(int Rank, Guid UserId)
    {
        public static string Write(MemberView member) => Cursor.Write($"{(int)member.Role}:{member.UserId}");

        public static Place? Read(string cursor) =>
            Cursor.Read(cursor)?.Split(':') is [var rank, var id]
            && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= RankOfMembers
            && Guid.TryParse(id, out var userId)
                ? new(number, userId)
                : null;
    }
}
