using System.Text.Json;
using Stogram.Plugins;

namespace Polls;

/// <summary>One answer of each person; another one takes its place.</summary>
internal sealed class Vote(Ballots ballots, IChats chats) : IRealtimeCommand
{
    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        if (Payload.Read(payload, PollJson.Default.VoteRequest) is not { } request)
        {
            return Payload.Unreadable;
        }

        var key = new PollKey(request.ChatId, request.Id);
        if (await chats.FindMemberAsync(caller, key.ChatId, cancellation) is null
            || await ballots.Find(key, caller.UserId, cancellation) is not var (poll, _))
        {
            return Answer.NotFound();
        }

        if (request.Option < 1 || request.Option > poll.Votes.Length)
        {
            return Answer.Invalid("option", $"1 to {poll.Votes.Length}.");
        }

        if (!await ballots.Cast(key, caller.UserId, request.Option, cancellation))
        {
            return Answer.Refuse(RefusalCode.Conflict, "The poll is closed.");
        }

        await ballots.Tell(caller.OrganizationId, key, cancellation);
        return await Show.Now(ballots, key, caller.UserId, cancellation);
    }
}
