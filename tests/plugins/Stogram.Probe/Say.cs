using System.Text.Json;
using Stogram.Plugins;

namespace Stogram.Probe;

internal static class Say
{
    public static async ValueTask<Answer> Post(this IMessages messages, PluginCaller caller, Guid chatId, string text, CancellationToken cancellation)
    {
        var posted = await messages.PostAsync(
            new()
            {
                OrganizationId = caller.OrganizationId,
                ChatId = chatId,
                SenderId = caller.UserId,
                MessageId = Guid.CreateVersion7(),
                Kind = "probe",
                Text = text,
                Extra = JsonElement.Parse("""{"votes":0}"""),
            },
            cancellation);
        return posted.Message is { } message
            ? Answer.Ok(message.MessageId.ToString(), ProbeJson.Default.String)
            : Answer.Invalid("text", posted.Reason!);
    }

    /// <summary>Whoever says "again" hears it again, and again.</summary>
    public static async ValueTask Repeat(this IMessages messages, MessagePosted e, CancellationToken cancellation)
    {
        if (await messages.FindAsync(e.OrganizationId, e.ChatId, e.MessageId, cancellation) is { Text: "again" })
        {
            await messages.PostAsync(
                new() { OrganizationId = e.OrganizationId, ChatId = e.ChatId, SenderId = e.SenderId, MessageId = Following(e.MessageId), Text = "again" },
                cancellation);
        }
    }

    // The same for the same event, which may come twice.
    private static Guid Following(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[0]++;
        return new(bytes);
    }
}
