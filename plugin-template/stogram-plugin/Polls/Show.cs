using System.Text.Json;
using Stogram.Plugins;

namespace Polls;

/// <summary>How a poll stands.</summary>
internal sealed class Show(Ballots ballots, IChats chats) : IRealtimeCommand
{
    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        if (Payload.Read(payload, PollJson.Default.PollKey) is not { } key)
        {
            return Payload.Unreadable;
        }

        return await chats.FindMemberAsync(caller, key.ChatId, cancellation) is null
            ? Answer.NotFound()
            : await Now(ballots, key, caller.UserId, cancellation);
    }

    public static async Task<Answer> Now(Ballots ballots, PollKey key, Guid userId, CancellationToken cancellation) =>
        await ballots.Find(key, userId, cancellation) is var (view, _)
            ? Answer.Ok(view, PollJson.Default.PollView)
            : Answer.NotFound();
}
