using System.Text.Json;
using Stogram.Plugins;

namespace Polls;

/// <summary>Whoever asked may close it, and the chat's admins.</summary>
internal sealed class Close(Ballots ballots, IChats chats) : IRealtimeCommand
{
    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        if (Payload.Read(payload, PollJson.Default.PollKey) is not { } key)
        {
            return Payload.Unreadable;
        }

        if (await chats.FindMemberAsync(caller, key.ChatId, cancellation) is not { } member
            || await ballots.Find(key, caller.UserId, cancellation) is not var (_, askedBy))
        {
            return Answer.NotFound();
        }

        if (askedBy != caller.UserId && member.Role == ChatRole.Member)
        {
            return Answer.Refuse(RefusalCode.Forbidden, "Only who asked and the chat's admins can close it.");
        }

        await ballots.Close(key, cancellation);
        await ballots.Tell(caller.OrganizationId, key, cancellation);
        return await Show.Now(ballots, key, caller.UserId, cancellation);
    }
}

/// <summary>Its time is over. A job runs at least once: closing twice is closing once.</summary>
internal sealed class CloseInTime(Ballots ballots) : IBackgroundJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellation)
    {
        var key = run.Payload.Deserialize(PollJson.Default.PollKey)!;
        await ballots.Close(key, cancellation);
        await ballots.Tell(run.OrganizationId, key, cancellation);
    }
}
