using Stogram.Core.Privacy;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>
/// The one way into a chat, whatever the door: interceptors, one write, one fan-out, one outbox. When it answers, the
/// message is committed; a repeat of a stored message is answered with that message.
/// </summary>
internal sealed class PostMessage(InterceptMessage intercept, FindNames names, MessageWriter writer, TimeProvider time) : IVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>File links in the answer are bare.</summary>
    public async Task<Outcome<MessageView>> Run(NewMessage message, CancellationToken cancellation)
    {
        StoredMessage stored;
        do
        {
            var intercepted = await intercept.Run(message, cancellation);
            if (intercepted.Refusal is { } refusal)
            {
                return refusal;
            }

            if (writer.Store(await Named(intercepted.Value, cancellation)) is not { } committed)
            {
                return new Refusal(ErrorCode.Unavailable, "Too much is being sent right now. Try again in a moment.");
            }

            // Not cancelled with the caller: a commit goes on without them, and a retry finds it.
            stored = await committed.WaitAsync(Patience, time, cancellation);
        }
        while (stored.Verdict == StoreVerdict.AnotherRole);

        return stored.Verdict switch
        {
            StoreVerdict.Stored => Outcome<MessageView>.New(stored.Message!),
            StoreVerdict.Repeated => stored.Message!,
            StoreVerdict.TakenByAnother => Refusal.Conflict("This id is taken in this chat. Make a new one."),
            StoreVerdict.MayNotPost => Refusal.Forbidden("You can only read here."),
            StoreVerdict.MayNotSendFiles => Refusal.Forbidden("You may not send files here."),
            StoreVerdict.Blocked => Reach.Blocked,
            StoreVerdict.Unreachable => Reach.Unreachable,
            StoreVerdict.WrongSecrecy => Refusal.Invalid("isEncrypted", "Secret chats take encrypted messages, other chats take plain ones."),
            StoreVerdict.UnknownReply => Refusal.Invalid("replyToId", "There is no such message in this chat."),
            StoreVerdict.UnknownTopic => Refusal.Invalid("topicSeq", "There is no such topic in this chat."),
            StoreVerdict.TopicClosed => Refusal.Forbidden("This topic is closed."),
            StoreVerdict.UnknownFile => Refusal.Invalid("fileIds", "Upload the file first."),
            _ => Refusal.NotFound,
        };
    }

    /// <summary>Who passes something on means nobody with it.</summary>
    private async Task<NewMessage> Named(NewMessage message, CancellationToken cancellation)
    {
        var (mentions, hashtags) = await names.In(message.OrganizationId, message.ChatId, message.SenderId, message.Content, cancellation);
        return mentions.Length == 0 && hashtags.Length == 0
            ? message
            : message with
            {
                Special = (message.Special ?? new()) with
                {
                    Mentions = message.Special?.ForwardedFrom is null ? mentions : null,
                    Hashtags = hashtags,
                },
            };
    }
}
