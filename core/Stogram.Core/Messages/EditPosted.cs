using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>A message that a plugin posted, and the plugin, at that depth of plugins answering plugins.</summary>
internal sealed record PostedMessage(Guid OrganizationId, Guid ChatId, Guid Id, string Plugin, int Depth);

/// <summary>What a plugin posted it may say differently, and nobody else's.</summary>
internal sealed class EditPosted(StogramContext db, EditMessage edit, ChangeMessage change) : IVerb
{
    /// <param name="extra">JSON; null leaves it as it is, as null does with <paramref name="text"/>.</param>
    public Task<Outcome<MessageView>> Run(PostedMessage posted, string? text, string? extra, CancellationToken cancellation) =>
        change.ForHost(
            posted.OrganizationId, posted.ChatId, posted.Id,
            (locked, message) => Edit(posted, locked.Chat, message, text, extra, cancellation),
            edit.Tell,
            cancellation);

    private async Task<Change> Edit(PostedMessage posted, Chat chat, Message message, string? text, string? extra, CancellationToken cancellation)
    {
        if (message.PostedBy != posted.Plugin)
        {
            return Refusal.Forbidden("Only what the plugin posted itself.");
        }

        var isNew = extra is not null && await db.Database.ExecuteSqlAsync(
            $"""
             update core.messages set extra = extra || jsonb_build_object({posted.Plugin}, {extra}::jsonb)
             where chat_id = {message.ChatId} and seq = {message.Seq}
               and extra -> {posted.Plugin} is distinct from {extra}::jsonb
             """, cancellation) > 0;
        var happened = new OutboxRow(
            posted.OrganizationId, posted.ChatId, "MessageEdited", message.SenderId, message.Id, message.Seq,
            Plugin: posted.Plugin, Depth: posted.Depth);
        return text is not null && text != message.Content ? await edit.Say(chat, message, text, happened, cancellation) : isNew ? happened : Change.None;
    }
}
