using Microsoft.EntityFrameworkCore;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

public sealed record HiddenMessage(Guid ChatId, Guid Id, long Seq);

/// <summary>Deletes a message "for me": on every device of mine, and for nobody else.</summary>
internal sealed class HideMessage(StogramContext db, IBus bus) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid chatId, Guid id, CancellationToken cancellation)
    {
        var hidden = await db.Database.SqlQuery<HiddenMessage>(
            $"""
             with found as (
               select x.chat_id, x.seq, x.id from core.memberships m
               join core.messages x on x.chat_id = m.chat_id and x.seq > m.visible_from_seq
               where m.chat_id = {chatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
                 and x.id = {id}
             ), me as (
               update core.users u set me_rev = u.me_rev + 1 from found where u.id = {caller.UserId} returning u.me_rev
             ), hidden as (
               insert into core.hidden_messages (user_id, chat_id, seq, me_rev)
               select {caller.UserId}, found.chat_id, found.seq, me.me_rev from found, me
               on conflict do nothing
             )
             select chat_id as "ChatId", id as "Id", seq as "Seq" from found
             """).ToListAsync(cancellation);
        if (hidden is not [var message])
        {
            return Refusal.NotFound;
        }

        await bus.ToUser(caller.UserId, "message:hidden", message);
        return Nothing.Done;
    }
}
