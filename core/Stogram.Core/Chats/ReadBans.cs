using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

/// <param name="Until">In the year 9999: for good.</param>
public sealed record BanView(UserView User, DateTimeOffset Until);

/// <summary>Who may not come back, and letting them.</summary>
internal sealed class ReadBans(StogramContext db, LockChat lockChat, Sight sight) : IVerb
{
    public async Task<Outcome<BanView[]>> List(
        Caller caller, Guid chatId, PageRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.Ban) is { } refusal)
        {
            return refusal;
        }

        if (request.After() is not { } after)
        {
            return PageRequest.BadCursor;
        }

        var limit = request.Limit ?? 50;
        var banned = await db.ChatMembers
            .Where(member => member.ChatId == chatId && member.BannedUntil > locked.Now && member.UserId > after)
            .OrderBy(member => member.UserId).Take(limit + 1)
            .Select(member => new { member.UserId, member.BannedUntil }).ToArrayAsync(cancellation);
        var people = await sight.ById(caller.UserId, [.. banned.Select(ban => ban.UserId)], cancellation);
        Outcome<BanView[]> page = banned.Take(limit).Select(ban => new BanView(people[ban.UserId], ban.BannedUntil!.Value)).ToArray();
        return page.WithPage(banned.Length > limit ? Cursor.Write(banned[limit - 1].UserId.ToString()) : null);
    }

    public async Task<Outcome<Nothing?>> Lift(Caller caller, Guid chatId, Guid userId, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.Ban) is { } refusal)
        {
            return refusal;
        }

        var lifted = await db.ChatMembers
            .Where(member => member.ChatId == chatId && member.UserId == userId && member.BannedUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.BannedUntil, (DateTimeOffset?)null), cancellation);
        await locked.Commit(cancellation);
        return lifted > 0 ? Nothing.Done : Refusal.NotFound;
    }
}
