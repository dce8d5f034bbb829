using System.Text.Json;
using Stogram.Plugins;
using Stogram.Search.Finding;

namespace Stogram.Search.Suggesting;

/// <param name="Key">The operator whose value it is: from or in.</param>
internal sealed record SuggestionView(string Key, Guid Id, string Name, string? Username);

/// <summary>Who and what may be meant by the beginning of a value of <c>from:</c> or <c>in:</c>.</summary>
internal sealed class Suggest(FindNames names) : IRealtimeCommand
{
    private const int Longest = 64;

    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        if (Text(payload, "key") is not (("from" or "in") and var key) || Text(payload, "text") is not { Length: <= Longest } text)
        {
            return Answer.Invalid("key", $"from or in, and a text of at most {Longest} characters.");
        }

        SuggestionView[] suggestions = key == "in"
            ? [.. (await names.Chats(caller, text, cancellation)).Select(chat => new SuggestionView(key, chat.Id, chat.Name, null))]
            : [.. (await names.People(caller, text, cancellation)).Select(person => new SuggestionView(key, person.Id, person.DisplayName, person.Username))];
        return Answer.Ok(suggestions, SearchJson.Default.SuggestionViewArray);
    }

    private static string? Text(JsonElement payload, string name) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && !text.Contains('\0') ? text : null;
}
