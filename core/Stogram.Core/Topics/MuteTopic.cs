using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Topics;

public sealed record MuteTopicRequest([property: Required] Mute? Mute) : IRequest;

/// <summary>Silence for a topic, for the caller alone; all their devices learn it.</summary>
internal sealed class MuteTopic(StogramContext db, Membership membership, TakeTurn turn, IBus bus, TimeProvider time) : IVerb
{
    public async Task<Outcome<ThreadMark>> Run(Caller caller, Guid chatId, long seq, MuteTopicRequest request, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is null
            || !await db.Topics.AnyAsync(topic => topic.ChatId == chatId && topic.Seq == seq && topic.DeletedAt == null, cancellation))
        {
            return Refusal.NotFound;
        }

        var until = ChangeMine.Until(request.Mute!.Value, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rev = await turn.Take(caller, cancellation);
        var marks = await db.Database.SqlQuery<ThreadMark>(
            $"""
             insert into core.thread_marks as old (user_id, chat_id, thread_seq, read_seq, me_rev, muted_until)
             values ({caller.UserId}, {chatId}, {seq}, 0, {rev}, {until})
             on conflict (user_id, chat_id, thread_seq) do update set muted_until = excluded.muted_until, me_rev = excluded.me_rev
             returning chat_id as "ChatId", thread_seq as "Thread", read_seq as "Seq", muted_until as "MutedUntil"
             """).ToArrayAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await bus.ToUser(caller.UserId, "thread:read", marks[0]);
        return marks[0];
    }
}
