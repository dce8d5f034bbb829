using Microsoft.EntityFrameworkCore;
using Stogram.Core.Discussions;
using Stogram.Core.Files;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Chats;

/// <summary>
/// Ends a chat for everybody, with everything it holds: a group by its owner, a private chat by either of its two people.
/// </summary>
internal sealed class DeleteChat(StogramContext db, LockChat lockChat, LinkDiscussion discussion, DeleteFiles files, Outbox outbox, IBus bus) : IVerb
{
    private const int FilesAtOnce = 1000;

    /// <summary>Everything of a chat, what hangs on other rows first. A test finds tables that are missing here.</summary>
    public static readonly string[] Tables =
    [
        "chat_plugin_settings", "discussions", "drafts", "thread_marks", "topics", "scheduled_messages", "hidden_messages", "reactions", "message_edits", "message_files", "messages", "join_requests", "chat_links", "chat_members",
    ];

    private static readonly string[] Deletes = [.. Tables.Select(table => $"delete from core.{table} where chat_id = {{0}}")];

    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var (locked, linked) = await lockChat.WithLinked(caller, chatId, cancellation);
        await using var _ = locked;
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (locked.Chat.Type != ChatType.Private && GroupRights.RefuseUnlessOwner(locked) is { } refusal)
        {
            return refusal;
        }

        var members = await db.ChatMembers.Where(member => member.ChatId == chatId && member.LeftAt == null)
            .Select(member => member.UserId).ToArrayAsync(cancellation);
        var held = await db.Database.SqlQuery<Guid>(
            $"select file_id as \"Value\" from core.message_files where chat_id = {chatId} union select unnest(file_ids) from core.scheduled_messages where chat_id = {chatId}").ToListAsync(cancellation);
        held.AddRange(locked.Chat.AvatarFileId is { } avatar ? [avatar] : []);
        if (linked is not null)
        {
            await discussion.Part(locked, linked, cancellation);
            linked.NextRev();
        }

        await Erase(locked.Chat, cancellation);
        await outbox.Add(db, [OutboxRow.Deleted(locked.Chat, caller.UserId)], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(chatId, members);
        await (linked is null ? Task.CompletedTask : discussion.Tell(linked));
        foreach (var some in held.Chunk(FilesAtOnce))
        {
            await files.Unreferenced(some);
        }

        return Nothing.Done;
    }

    private async Task Erase(Chat chat, CancellationToken cancellation)
    {
        // They leave first: that is what other nodes follow.
        await db.Database.ExecuteSqlAsync(
            $"update core.chat_members set left_at = now() where chat_id = {chat.Id} and left_at is null", cancellation);
        foreach (var delete in Deletes)
        {
            await db.Database.ExecuteSqlRawAsync(delete, [chat.Id], cancellation);
        }

        await db.Database.ExecuteSqlAsync($"delete from core.chats where id = {chat.Id}", cancellation);
    }

    private async Task Tell(Guid chatId, Guid[] members)
    {
        foreach (var userId in members)
        {
            await bus.Leave(chatId, userId);
            await bus.ToUser(userId, "chat:removed", new ChatRemovedEvent(chatId));
        }
    }
}
