using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>
/// Takes everything that a person uploaded out of every message, chat by chat: a message that was nothing but files is
/// deleted, the text of others stays. Then the files go.
/// </summary>
internal sealed class RemoveFiles(StogramContext db, DeleteFiles delete) : IVerb
{
    public async Task Of(Guid ownerId, CancellationToken cancellation)
    {
        var files = await db.Files.Where(file => file.OwnerId == ownerId).Select(file => file.Id).ToArrayAsync(cancellation);
        var chats = await db.Database.SqlQuery<Guid>(
            $"select distinct chat_id as \"Value\" from core.message_files where file_id = any({files})").ToArrayAsync(cancellation);
        foreach (var chatId in chats)
        {
            await FromChat(chatId, files, cancellation);
        }

        await db.Users.Where(user => user.Id == ownerId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.AvatarFileId, (Guid?)null), cancellation);
        await delete.Unreferenced(files);
    }

    private async Task FromChat(Guid chatId, Guid[] files, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select from core.chats where id = {chatId} for no key update", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
             with gone as (
               delete from core.message_files where chat_id = {chatId} and file_id = any({files}) returning seq
             ), hit as (
               select seq, row_number() over (order by seq) as n from (select distinct seq from gone) s
             ), bumped as (
               update core.chats set rev = rev + (select count(*) from hit) where id = {chatId} returning rev - (select count(*) from hit) as rev
             )
             update core.messages m
             set rev = b.rev + h.n,
                 file_ids = left_over.ids,
                 is_deleted = m.is_deleted or (cardinality(left_over.ids) = 0 and coalesce(m.content, '') = ''),
                 type = case when cardinality(left_over.ids) = 0 then 'TEXT' else m.type end
             from bumped b, hit h
             cross join lateral (
               select coalesce(array_agg(x order by o), array[]::uuid[]) as ids
               from core.messages y, unnest(y.file_ids) with ordinality as f (x, o)
               where y.chat_id = {chatId} and y.seq = h.seq and not x = any({files})) left_over
             where m.chat_id = {chatId} and m.seq = h.seq
             """, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
