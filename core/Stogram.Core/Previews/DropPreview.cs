using Microsoft.EntityFrameworkCore;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Previews;

/// <summary>Takes its preview from a message. Under the chat's lock.</summary>
internal sealed class DropPreview(StogramContext db) : IVerb
{
    /// <summary>The picture it held, to be deleted after the commit.</summary>
    public async Task<Guid[]> Run(Message message, CancellationToken cancellation)
    {
        var picture = PreviewRow.Read(message.Preview)?.FileId;
        message.Preview = null;
        if (picture is not { } fileId)
        {
            return [];
        }

        await db.Database.ExecuteSqlAsync(
            $"delete from core.message_files where chat_id = {message.ChatId} and seq = {message.Seq} and file_id = {fileId}", cancellation);
        return [fileId];
    }
}
