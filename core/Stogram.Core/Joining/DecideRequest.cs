using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Joining;

public sealed record JoinRequestView(UserView User, DateTimeOffset AskedAt);

/// <summary>Who waits to be let in, and letting them in or not.</summary>
internal sealed class DecideRequest(StogramContext db, LockChat lockChat, EnterChat enter, TellAdmins tell, Sight sight) : IVerb
{
    public async Task<Outcome<JoinRequestView[]>> List(
        Caller caller, Guid chatId, PageRequest request, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.AddPeople) is { } refusal)
        {
            return refusal;
        }

        if (request.After() is not { } after)
        {
            return PageRequest.BadCursor;
        }

        var limit = request.Limit ?? 50;
        var waiting = await db.JoinRequests
            .Where(asked => asked.ChatId == chatId && asked.UserId > after && asked.User!.DeactivatedAt == null)
            .OrderBy(asked => asked.UserId).Take(limit + 1)
            .Select(asked => new { asked.UserId, asked.AskedAt }).ToArrayAsync(cancellation);
        var people = await sight.ById(caller.UserId, [.. waiting.Select(asked => asked.UserId)], cancellation);
        Outcome<JoinRequestView[]> page = waiting.Take(limit)
            .Select(asked => new JoinRequestView(people[asked.UserId], asked.AskedAt)).ToArray();
        return page.WithPage(waiting.Length > limit ? Cursor.Write(waiting[limit - 1].UserId.ToString()) : null);
    }

    public async Task<Outcome<Nothing?>> Run(
        Caller caller, Guid chatId, Guid userId, bool isWelcome, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.AddPeople) is { } refusal)
        {
            return refusal;
        }

        var asked = db.JoinRequests.Where(
            one => one.ChatId == chatId && one.UserId == userId && one.User!.DeactivatedAt == null);
        if (!await asked.AnyAsync(cancellation))
        {
            return Refusal.NotFound;
        }

        if (isWelcome)
        {
            return (await enter.Run(locked, [userId], "ADDED", cancellation)).Refusal is { } full ? full : Nothing.Done;
        }

        await asked.ExecuteDeleteAsync(cancellation);
        await locked.Commit(cancellation);
        await tell.Run(chatId, cancellation);
        return Nothing.Done;
    }
}
