using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Notify;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>Fields that are left out stay as they are.</summary>
public sealed record ChangeMineRequest(
    bool? IsPinned, bool? IsArchived, bool? IsMarkedUnread, NotifyLevel? Notify, Mute? Mute) : IRequest;

[JsonConverter(typeof(UpperSnakeJson<Mute>))]
public enum Mute
{
    Off,
    Hour,
    EightHours,
    Week,
    Forever,
}

/// <summary>What somebody decides about a chat for themselves alone; all their devices learn it.</summary>
internal sealed class ChangeMine(
    StogramContext db, Membership membership, TakeTurn turn, IBus bus, CoreOptions options, TimeProvider time) : IVerb
{
    private static readonly DateTimeOffset ForEver = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<Outcome<ChoicesView>> Run(
        Caller caller, Guid chatId, ChangeMineRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rev = await turn.Take(caller, cancellation);
        var member = await membership.Of(caller).Include(one => one.Chat).AsTracking()
            .FirstOrDefaultAsync(one => one.ChatId == chatId, cancellation);
        if (member is null)
        {
            return Refusal.NotFound;
        }

        if (request.IsPinned == true && member.PinnedAt is null && await IsFull(caller, cancellation))
        {
            return Refusal.Limit(options.Personal.PinnedChats, "chats can be pinned");
        }

        member.ArchivedSeq = await StillArchived(member, cancellation);
        Apply(member, request);
        member.MeRev = rev;
        await db.SaveChangesAsync(cancellation);
        // Times as exact as the database keeps them: the event says what sync will say.
        await db.Entry(member).ReloadAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var choices = ChoicesView.Of(member, member.ArchivedSeq);
        await bus.ToUser(caller.UserId, "chat:mine", new ChoicesEvent(chatId, choices));
        return choices;
    }

    private async Task<bool> IsFull(Caller caller, CancellationToken cancellation) =>
        await membership.Of(caller).CountAsync(one => one.PinnedAt != null, cancellation) >= options.Personal.PinnedChats;

    private Task<long?> StillArchived(ChatMember member, CancellationToken cancellation) =>
        db.Database.SqlQuery<long?>(
            $"""
             select core.archived_since({member.ChatId}, {member.UserId}, {member.ArchivedSeq}, {member.MutedUntil},
                                        {UpperSnake.Write(member.Notify)}, {time.GetUtcNow()}) as "Value"
             """).SingleAsync(cancellation);

    private void Apply(ChatMember member, ChangeMineRequest request)
    {
        member.IsMarkedUnread = request.IsMarkedUnread ?? member.IsMarkedUnread;
        member.Notify = request.Notify ?? member.Notify;
        member.MutedUntil = request.Mute is { } mute ? Until(mute, time.GetUtcNow()) : member.MutedUntil;
        // What was said while it was muted does not bring it back: the next message does.
        member.ArchivedSeq = (request.IsArchived ?? member.ArchivedSeq is not null) ? member.Chat!.LastSeq : null;
        var isPinned = request.IsPinned ?? (member.PinnedAt is not null && request.IsArchived != true);
        member.PinnedAt = isPinned ? member.PinnedAt ?? time.GetUtcNow() : null;
    }

    public static DateTimeOffset? Until(Mute mute, DateTimeOffset now) => mute switch
    {
        Mute.Off => null,
        Mute.Hour => now.AddHours(1),
        Mute.EightHours => now.AddHours(8),
        Mute.Week => now.AddDays(7),
        _ => ForEver,
    };
}
