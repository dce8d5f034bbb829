using Stogram.Core.Messages;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Previews;

/// <summary>Who wrote a message takes its preview away, for good and for everybody, also one that is still on its way.</summary>
internal sealed class HidePreview(ChangeMessage change, DropPreview drop, IBus bus) : IVerb
{
    public Task<Outcome<MessageView>> Run(Caller caller, Guid chatId, Guid messageId, CancellationToken cancellation) =>
        change.Run(
            caller, chatId, messageId,
            (_, message) => Hide(caller, message, cancellation),
            view => bus.ToChat(view.ChatId, "message:preview", view),
            cancellation);

    private async Task<Change> Hide(Caller caller, Message message, CancellationToken cancellation)
    {
        if (message.SenderId != caller.UserId)
        {
            return Refusal.Forbidden("Only who wrote a message can take its preview away.");
        }

        if (message.HidesPreview)
        {
            return Change.None;
        }

        message.HidesPreview = true;
        return new Change(OutboxRow.Previewed(caller, message, on: false)) { Gone = await drop.Run(message, cancellation) };
    }
}
