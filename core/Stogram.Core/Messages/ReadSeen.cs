using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <param name="At">Exact or null: kept is when a mark last moved, so it is known of what it moved over then.</param>
public sealed record SeenView(Guid UserId, bool IsRead, DateTimeOffset? At);

/// <summary>Whom a message of the caller's has reached, and who has read it: those who read first, then by time.</summary>
internal sealed class ReadSeen(StogramContext db, ShownMarks marks) : IVerb
{
    public async Task<Outcome<SeenView[]>> Run(Caller caller, Guid chatId, Guid id, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking().Where(one => one.ChatId == chatId && one.Id == id && !one.IsDeleted)
            .Select(one => new { one.Seq, one.SenderId }).FirstOrDefaultAsync(cancellation);
        if (message is null)
        {
            return Refusal.NotFound;
        }

        if (message.SenderId != caller.UserId)
        {
            return Refusal.Forbidden("Only who sent a message learns who has read it.");
        }

        var members = await db.Chats.Where(chat => chat.Id == chatId).Select(chat => chat.MemberCount).SingleAsync(cancellation);
        if (members > ShownMarks.MostMembers)
        {
            return Refusal.Forbidden($"Only chats of up to {ShownMarks.MostMembers} people show who has read a message.");
        }

        var reached = await marks.In(caller.UserId, [chatId])
            .Where(mark => mark.UserId != caller.UserId && (mark.ReadSeq >= message.Seq || mark.DeliveredSeq >= message.Seq))
            .ToListAsync(cancellation);
        return reached.Select(mark => View(mark, message.Seq))
            .OrderByDescending(one => one.IsRead).ThenByDescending(one => one.At ?? DateTimeOffset.MinValue).ToArray();
    }

    private static SeenView View(ShownMark mark, long seq)
    {
        var isRead = mark.ReadSeq >= seq;
        var (from, at) = isRead ? (mark.ReadFromSeq, mark.ReadAt) : (mark.DeliveredFromSeq, mark.DeliveredAt);
        return new(mark.UserId, isRead, from < seq ? at : null);
    }
}
