using System.Text;
using Stogram.Plugins;

namespace Stogram.Search.Asking;

/// <summary>From what somebody wrote to what they ask for, or to what is wrong with it.</summary>
internal sealed class ReadQuery
{
    private const int MostLetters = 400;

    private static readonly string[] Has = ["file", "image", "video", "link", "voice"];

    private readonly Asked query = new();

    private readonly TimeZoneInfo zone;

    private ReadQuery(TimeZoneInfo zone) => this.zone = zone;

    public static (Asked? Query, Answer? Wrong) From(SearchParameters asked)
    {
        var parts = new[] { asked.Q, asked.From, asked.In, asked.Has, asked.Is, asked.Before, asked.After, asked.On };
        if (parts.Sum(part => part?.Length ?? 0) > MostLetters)
        {
            return (null, Answer.Invalid("q", $"At most {MostLetters} characters."));
        }

        if (Days.Zone(asked.Zone) is not { } zone)
        {
            return (null, Answer.Invalid("zone", "Not a time zone."));
        }

        var reading = new ReadQuery(zone);
        return reading.Read(asked) is { } wrong ? (null, wrong)
            : reading.query.IsEmpty ? (null, Answer.Invalid("q", "Required."))
            : reading.query.Terms.Count > Asked.MostTerms ? (null, Answer.Invalid("q", $"At most {Asked.MostTerms} words."))
            : (reading.query, null);
    }

    private Answer? Read(SearchParameters asked)
    {
        // PostgreSQL keeps no text with a zero in it, so nobody has ever said one.
        foreach (var word in Words.Of(Tidy(asked.Q)))
        {
            var wrong = word switch
            {
                { Key: null } => Take(word),
                { IsNot: true } => Answer.Invalid("q", $"-{word.Key}: cannot be asked for."),
                _ => Take("q", word.Key, word.Text),
            };
            if (wrong is not null)
            {
                return wrong;
            }
        }

        (string Key, string? Values)[] others =
        [
            ("from", asked.From), ("in", asked.In), ("has", asked.Has), ("is", asked.Is),
            ("before", asked.Before), ("after", asked.After), ("on", asked.On),
        ];
        return others
            .SelectMany(other => Tidy(other.Values).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(value => Take(other.Key, other.Key, value)))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static string Tidy(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Where(rune => rune.Value != 0)).Normalize(NormalizationForm.FormC);

    private Answer? Take(Word word)
    {
        if (word is { IsQuoted: false, IsNot: false, Text: ['#', _, ..] })
        {
            query.Marks.Add(word.Text.ToLowerInvariant());
        }
        else if (word.Text.Any(char.IsLetterOrDigit) || word.Text.Any(char.IsSurrogate))
        {
            query.Terms.Add(new()
            {
                Text = word.Text,
                IsExact = word.IsQuoted,
                IsNot = word.IsNot,
                IsOpen = word is { IsLast: true, IsNot: false, IsQuoted: false, Text.Length: > 2 },
            });
        }

        return null;
    }

    private Answer? Take(string field, string key, string value)
    {
        switch (key)
        {
            case "from":
                query.From.Add(value);
                return null;
            case "in":
                query.In.Add(value);
                return null;
            case "has" when Has.Contains(value.ToLowerInvariant()):
                query.Marks.Add(value.ToLowerInvariant());
                return null;
            case "has":
                return Answer.Invalid(field, $"has: one of {string.Join(", ", Has)}.");
            case "is":
                return TakeIs(field, value);
            default:
                return TakeDay(field, key, value);
        }
    }

    private Answer? TakeIs(string field, string value)
    {
        switch (value.ToLowerInvariant())
        {
            case "pinned":
                query.Marks.Add("pinned");
                return null;
            case "mine":
                query.IsMine = true;
                return null;
            case "unread":
                query.IsUnread = true;
                return null;
            default:
                return Answer.Invalid(field, "is: one of pinned, mine, unread.");
        }
    }

    private Answer? TakeDay(string field, string key, string value)
    {
        if (Days.Read(value, zone) is not { } day)
        {
            return Answer.Invalid(field, $"{key}: a day, such as 2026-11-27.");
        }

        query.Within(key switch { "after" => day.End, "on" => day.Start, _ => null }, key switch { "before" => day.Start, "on" => day.End, _ => null });
        return null;
    }
}
