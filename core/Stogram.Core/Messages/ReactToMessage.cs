using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

public sealed record ReactCommand(
    [property: Required] Guid? ChatId,
    [property: Required] Guid? Id,
    [property: Required, Emoji] string? Emoji,
    [property: Required] bool? On) : IRequest;

public sealed record ReactRequest([property: Required, Emoji] string? Emoji) : IRequest;

public sealed record ReactionEvent(
    Guid ChatId, long Rev, Guid Id, long Seq, Guid UserId, string Emoji, bool On, ReactionView[] Counts);

/// <summary>One grapheme that is neither a letter, a digit nor white space.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmojiAttribute() : ValidationAttribute("One emoji.")
{
    public override bool IsValid(object? value) => value is not string text
        || (text.Length is > 0 and <= 32
            && new StringInfo(text).LengthInTextElements == 1
            && !char.IsLetterOrDigit(text[0]) && !char.IsWhiteSpace(text[0]) && !char.IsControl(text[0])
            && !(char.IsAscii(text[0]) && text.Length == 1));
}

internal sealed class ReactToMessage(
    StogramContext db, ChangeMessage change, Reach reach, IBus bus, TimeProvider time, CoreOptions options) : IVerb
{
    public Task<Outcome<MessageView>> Run(Caller caller, ReactCommand request, CancellationToken cancellation)
    {
        var (emoji, on) = (request.Emoji!, request.On!.Value);
        return change.Run(
            caller, request.ChatId!.Value, request.Id!.Value,
            async (locked, message) => GroupRights.RefuseReadOnly(locked) is { } refusal
                ? refusal
                : await (on ? Add(caller, locked.Chat, message, emoji, cancellation) : Remove(caller, message, emoji, cancellation)),
            view => bus.ToChat(view.ChatId, "message:reaction", new ReactionEvent(
                view.ChatId, view.Rev!.Value, view.Id, view.Seq!.Value, caller.UserId, emoji, on, view.Reactions)),
            cancellation);
    }

    private async Task<Change> Add(Caller caller, Chat chat, Message message, string emoji, CancellationToken cancellation)
    {
        if (await reach.RefuseIn(chat, caller.UserId, cancellation) is { } closed)
        {
            return closed;
        }

        var all = await Of(message).ToListAsync(cancellation);
        var mine = all.Where(reaction => reaction.UserId == caller.UserId).ToArray();
        if (mine.Any(reaction => reaction.Emoji == emoji))
        {
            return Change.None;
        }

        var limits = options.Messages;
        if (mine.Length >= limits.ReactionsPerPerson)
        {
            return Refusal.Invalid("emoji", $"At most {limits.ReactionsPerPerson} reactions each.");
        }

        if (all.Select(reaction => reaction.Emoji).Append(emoji).Distinct().Count() > limits.ReactionsPerMessage)
        {
            return Refusal.Invalid("emoji", $"At most {limits.ReactionsPerMessage} different reactions to a message.");
        }

        db.Reactions.Add(new()
        {
            ChatId = message.ChatId,
            Seq = message.Seq,
            UserId = caller.UserId,
            Emoji = emoji,
            CreatedAt = time.GetUtcNow(),
        });
        return OutboxRow.Reacted(caller, message, emoji, on: true);
    }

    private async Task<Change> Remove(Caller caller, Message message, string emoji, CancellationToken cancellation) =>
        await Of(message).Where(reaction => reaction.UserId == caller.UserId && reaction.Emoji == emoji)
            .ExecuteDeleteAsync(cancellation) > 0
            ? OutboxRow.Reacted(caller, message, emoji, on: false)
            : Change.None;

    private IQueryable<Reaction> Of(Message message) =>
        db.Reactions.AsNoTracking().Where(reaction => reaction.ChatId == message.ChatId && reaction.Seq == message.Seq);
}
