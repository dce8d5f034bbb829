using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Stogram.Core.Chats;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;

namespace Stogram.Core.Presence;

public sealed record TypingCommand([property: Required] Guid? ChatId) : IRequest;

public sealed record TypingEvent(Guid ChatId, Guid UserId, bool On);

/// <summary>
/// Tells a chat that somebody writes, unless what they write could not be sent. Said at most once in two seconds; nothing
/// of it is kept.
/// </summary>
internal sealed class ShowTyping(Membership membership, Reach reach, IMemoryCache said, IBus bus, TimeProvider time) : IVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<Outcome<Nothing?>> Run(Caller caller, TypingCommand request, bool on, CancellationToken cancellation)
    {
        var chatId = request.ChatId!.Value;
        var key = (nameof(ShowTyping), caller.UserId, chatId);
        // Measured, not read off the clock on the wall: set back an hour, that would mean silence for an hour.
        if (on && said.TryGetValue(key, out long at) && time.GetElapsedTime(at) < Pause)
        {
            return Nothing.Done;
        }

        var me = await membership.Of(caller).Include(member => member.Chat)
            .FirstOrDefaultAsync(member => member.ChatId == chatId, cancellation);
        if (me is null)
        {
            return Refusal.NotFound;
        }

        if (!GroupRights.Of(me.Chat!, me, time.GetUtcNow()).Contains(ChatRight.Post))
        {
            return Refusal.Forbidden("You can only read here.");
        }

        if (on)
        {
            said.Set(key, time.GetTimestamp(), Pause);
        }
        else
        {
            said.Remove(key);
        }

        if (await reach.RefuseIn(me.Chat!, caller.UserId, cancellation) is null)
        {
            await bus.ToChat(chatId, "typing:user", new TypingEvent(chatId, caller.UserId, on));
        }

        return Nothing.Done;
    }
}
