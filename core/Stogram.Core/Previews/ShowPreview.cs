using Microsoft.EntityFrameworkCore;
using Stogram.Core.Files;
using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Previews;

/// <summary>Gives a stored message the preview of its link, as a change of it like any other.</summary>
internal sealed class ShowPreview(
    StogramContext db, FindPreview find, ChangeMessage change, DeleteFiles deleteFiles, IBus bus) : IVerb
{
    public async Task Run(Guid chatId, Guid messageId, CancellationToken cancellation)
    {
        var message = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(one => one.ChatId == chatId && one.Id == messageId && !one.IsDeleted, cancellation);
        if (message is null || Wanted(message) is not { } link)
        {
            return;
        }

        var organizationId = await db.Chats.Where(chat => chat.Id == chatId).Select(chat => chat.OrganizationId).FirstOrDefaultAsync(cancellation);
        var sender = new Caller(message.SenderId, organizationId, Guid.Empty, UserRole.Member, IsOperator: false);
        // What was found at the link of a message that ends would outlast it.
        var isKept = message.ExpiresAt is null;
        if (await find.Run(sender, link, isKept, cancellation) is not { } found)
        {
            return;
        }

        await change.ForHost(
            organizationId, chatId, messageId,
            (_, current) => Attach(sender, current, found, cancellation),
            view => bus.ToChat(view.ChatId, "message:preview", view),
            cancellation);
        await deleteFiles.Unreferenced(isKept || found.FileId is null ? [] : [found.FileId.Value]);
    }

    /// <summary>The link as it is under the lock: meanwhile the message may have been edited, or its preview declined.</summary>
    private async Task<Change> Attach(Caller sender, Message message, PreviewRow found, CancellationToken cancellation)
    {
        if (Wanted(message)?.AbsoluteUri != found.Url)
        {
            return Change.None;
        }

        // Gone since it was found, with the last message that showed it: then without.
        var isThere = found.FileId is { } fileId && await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.message_files (file_id, chat_id, seq)
             select id, {message.ChatId}, {message.Seq} from core.files where id = {fileId} for key share
             on conflict do nothing
             """, cancellation) > 0;
        message.Preview = (isThere ? found : found with { FileId = null }).Write();
        return OutboxRow.Previewed(sender, message, on: true);
    }

    private static Uri? Wanted(Message message) =>
        message is { HidesPreview: false, Preview: null, Type: MessageTypes.Text } ? FirstLink.In(message.Content) : null;
}
