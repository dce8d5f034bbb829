using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Messages;

/// <param name="For"><c>everyone</c> or <c>me</c>.</param>
public sealed record DeleteMessageCommand(
    [property: Required] Guid? ChatId,
    [property: Required] Guid? Id,
    [property: Required, AllowedValues("everyone", "me", ErrorMessage = "everyone or me.")] string? For) : IRequest;

public sealed record DeleteMessageRequest(
    [property: Required, AllowedValues("everyone", "me", ErrorMessage = "everyone or me.")] string? For) : IRequest;

/// <summary>For everyone: the sender's or a group admin's; a tombstone stays, text and files really go. For me: only hidden.</summary>
internal sealed class DeleteMessage(
    ChangeMessage change, EraseMessage erase, HideMessage hide, IBus bus) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, DeleteMessageCommand request, CancellationToken cancellation)
    {
        var (chatId, id) = (request.ChatId!.Value, request.Id!.Value);
        if (request.For == "me")
        {
            return await hide.Run(caller, chatId, id, cancellation);
        }

        ThreadEvent? thread = null;
        var deleted = await change.Run(
            caller, chatId, id,
            async (locked, message) => MayDelete(locked, message)
                ? await Erase(locked, message, OutboxRow.Deleted(caller, message), told => thread = told, cancellation)
                : Refusal.Forbidden("Only who wrote it, or a group's admin, can delete a message for everyone."),
            view => Tell(thread, view),
            cancellation);
        return deleted.Refusal is { } refusal ? refusal : Nothing.Done;
    }

    /// <summary>For everyone, by nobody of the chat.</summary>
    public Task ForHost(Guid organizationId, Guid chatId, Guid id, Func<Message, OutboxRow> happened, CancellationToken cancellation)
    {
        ThreadEvent? thread = null;
        return change.ForHost(
            organizationId, chatId, id,
            (locked, message) => Erase(locked, message, happened(message), told => thread = told, cancellation),
            view => Tell(thread, view),
            cancellation);
    }

    private async Task<Change> Erase(
        LockedChat locked, Message message, OutboxRow happened, Action<ThreadEvent?> told, CancellationToken cancellation)
    {
        var erased = await erase.Run(locked.Chat, message, cancellation);
        told(erased.Thread);
        return new(happened) { Gone = erased.Files };
    }

    private async Task Tell(ThreadEvent? thread, MessageView view)
    {
        await (thread is not null ? bus.ToChat(view.ChatId, "message:thread", thread) : Task.CompletedTask);
        await bus.ToChat(view.ChatId, "message:deleted", view);
    }

    private static bool MayDelete(LockedChat locked, Message message) =>
        message.SenderId == locked.Me.UserId
        || locked.May(ChatRight.DeleteOthers);
}
