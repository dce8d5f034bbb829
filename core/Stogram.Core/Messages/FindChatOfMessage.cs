using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>REST names a message by its id alone: it is looked up among the caller's chats only.</summary>
internal sealed class FindChatOfMessage(StogramContext db) : IVerb
{
    public async Task<Outcome<T>> Then<T>(
        Caller caller, Guid messageId, Func<Guid, Task<Outcome<T>>> go, CancellationToken cancellation)
    {
        var chats = await db.Database.SqlQuery<Guid>(
            $"""
             select x.chat_id as "Value" from core.messages x
             join core.memberships m on m.chat_id = x.chat_id and m.visible_from_seq < x.seq
             where x.id = {messageId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
             """).ToListAsync(cancellation);
        return chats is [var chatId, ..] ? await go(chatId) : Refusal.NotFound;
    }
}
