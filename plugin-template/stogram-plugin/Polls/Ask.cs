using System.Text.Json;
using Stogram.Plugins;

namespace Polls;

/// <summary>Posts a question as a message of its own kind, and puts a job into the queue that closes it in time.</summary>
internal sealed class Ask(
    Ballots ballots, IChats chats, IMessages messages, IJobs jobs, IPluginSettings<PollSettings> settings, TimeProvider time) : IRealtimeCommand
{
    private const int LongestQuestion = 300;
    private const int LongestOption = 100;
    private const int MostOptions = 10;

    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        if (Payload.Read(payload, PollJson.Default.AskRequest) is not { } request)
        {
            return Payload.Unreadable;
        }

        if (await chats.FindMemberAsync(caller, request.ChatId, cancellation) is null)
        {
            return Answer.NotFound();
        }

        if (request.Question?.Trim() is not { Length: > 0 and <= LongestQuestion } question)
        {
            return Answer.Invalid("question", $"1 to {LongestQuestion} characters.");
        }

        string[] options = [.. (request.Options ?? []).Select(option => option?.Trim() ?? "").Where(option => option.Length > 0)];
        if (options.Length is < 2 or > MostOptions || options.Any(option => option.Length > LongestOption) || options.Distinct().Count() < options.Length)
        {
            return Answer.Invalid("options", $"2 to {MostOptions} different answers of at most {LongestOption} characters.");
        }

        return await Post(caller, new(request.ChatId, request.Id), new(question, options), cancellation);
    }

    private async Task<Answer> Post(RealtimeCaller caller, PollKey key, Poll poll, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!await ballots.Open(caller, key, poll.Options.Length, now, cancellation))
        {
            return Answer.Refuse(RefusalCode.Conflict, "There is such a poll already.");
        }

        var posted = await messages.PostAsync(
            new()
            {
                OrganizationId = caller.OrganizationId,
                ChatId = key.ChatId,
                SenderId = caller.UserId,
                MessageId = key.Id,
                Kind = "polls",
                Text = string.Join('\n', poll.Options.Select(option => $"• {option}").Prepend(poll.Question)),
                Extra = JsonSerializer.SerializeToElement(poll, PollJson.Default.Poll),
            },
            cancellation);
        if (posted.Message is null)
        {
            await ballots.Forget(key.ChatId, key.Id, cancellation);
            return Answer.Refuse(RefusalCode.Rejected, posted.Reason ?? "The question could not be posted.");
        }

        var due = now.AddHours(settings.For(caller.OrganizationId).Hours);
        await jobs.EnqueueAsync(
            new() { OrganizationId = caller.OrganizationId, Name = "close", Payload = JsonSerializer.SerializeToElement(key, PollJson.Default.PollKey), DueAt = due },
            cancellation);
        return Answer.Done;
    }
}
