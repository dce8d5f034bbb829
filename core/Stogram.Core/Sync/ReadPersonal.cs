using Microsoft.EntityFrameworkCore;
using Stogram.Core.Drafts;
using Stogram.Core.Folders;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Sync;

/// <summary>What only concerns the caller and changed since: hidden messages, drafts, folders, and how far that has come.</summary>
internal sealed class ReadPersonal(StogramContext db, ReadDrafts drafts, ReadFolders folders) : IVerb
{
    // A client that was away for longer pages its history anew, which leaves hidden messages out.
    private const int MostHidden = 1000;

    // Older ones only make a thread look unread.
    private const int MostMarks = 1000;

    public async Task<MeSync> Run(Caller caller, long since, MyChatState[] chats, CancellationToken cancellation)
    {
        var me = await db.Users.Where(user => user.Id == caller.UserId)
            .Select(user => new { user.MeRev, user.FoldersRev }).SingleAsync(cancellation);
        return new(
            chats,
            await Hidden(caller, since, cancellation),
            await drafts.Since(caller, since, cancellation),
            me.FoldersRev > since ? await folders.Of(caller, cancellation) : null,
            await Privacy(caller, since, cancellation),
            await Threads(caller, since, cancellation),
            Cursor.Write(me.MeRev));
    }

    private async Task<PrivacySync?> Privacy(Caller caller, long since, CancellationToken cancellation)
    {
        var row = await db.Privacy.FirstOrDefaultAsync(row => row.UserId == caller.UserId && row.MeRev > since, cancellation);
        return row is null
            ? null
            : new(row.ToView(), await db.Blocks.Where(block => block.UserId == caller.UserId).Select(block => block.BlockedId)
                .ToArrayAsync(cancellation));
    }

    private Task<ThreadMark[]> Threads(Caller caller, long since, CancellationToken cancellation) =>
        db.Database.SqlQuery<ThreadMark>(
            $"""
             select t.chat_id as "ChatId", t.thread_seq as "Thread", t.read_seq as "Seq", t.muted_until as "MutedUntil" from core.thread_marks t
             join core.memberships m on m.chat_id = t.chat_id and m.user_id = t.user_id
             where t.user_id = {caller.UserId} and t.me_rev > {since}
             order by t.me_rev desc limit {MostMarks}
             """).ToArrayAsync(cancellation);

    private Task<HiddenMessage[]> Hidden(Caller caller, long since, CancellationToken cancellation) =>
        db.Database.SqlQuery<HiddenMessage>(
            $"""
             select h.chat_id as "ChatId", x.id as "Id", h.seq as "Seq" from core.hidden_messages h
             join core.memberships m on m.chat_id = h.chat_id and m.user_id = h.user_id
             join core.messages x on x.chat_id = h.chat_id and x.seq = h.seq
             where h.user_id = {caller.UserId} and h.me_rev > {since}
             order by h.me_rev desc limit {MostHidden}
             """).ToArrayAsync(cancellation);
}
