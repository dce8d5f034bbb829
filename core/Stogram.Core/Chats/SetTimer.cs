using System.ComponentModel.DataAnnotations;
using Stogram.Core.Messages;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

/// <param name="Seconds">How long what is sent from now on lives; for good where it is null.</param>
public sealed record SetTimerRequest([property: Range(SendMessage.ShortestLife, SendMessage.LongestLife)] int? Seconds) : IRequest;

/// <summary>A chat's timer: in a private chat either of the two sets it, else the admins.</summary>
internal sealed class SetTimer(LockChat lockChat, Reach reach, ChatTurns turns, IBus bus) : IVerb
{
    public async Task<Outcome<ChatView>> Run(Caller caller, Guid chatId, SetTimerRequest request, CancellationToken cancellation)
    {
        using var turn = await turns.Take(chatId, cancellation);
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if ((GroupRights.RefuseTimer(locked) ?? await reach.RefuseIn(locked.Chat, caller.UserId, cancellation)) is { } refusal)
        {
            return refusal;
        }

        var chat = locked.Chat;
        if (chat.ExpiresIn != request.Seconds)
        {
            chat.ExpiresIn = request.Seconds;
            chat.NextRev();
            await locked.Commit(cancellation);
            await bus.ToChat(chatId, "chat:updated", new ChatEvent(chatId, chat.Rev, ChatView.Of(chat)));
        }

        return ChatView.Of(chat);
    }
}
