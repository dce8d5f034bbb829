namespace Stogram.Plugins.Formatting;

/// <summary>What parsing found, by places in the text as typed: characters that are not shown, bullets, and spans.</summary>
internal sealed class Markup
{
    private readonly List<(int From, int To)> cuts = [];

    private readonly List<int> bullets = [];

    private readonly List<Found> spans = [];

    public void Cut(int from, int to)
    {
        if (to > from)
        {
            cuts.Add((from, to));
        }
    }

    public void Bullet(int at) => bullets.Add(at);

    public void Span(TextEntityKind kind, int from, int to, string? url = null, string? language = null)
    {
        if (to > from)
        {
            spans.Add(new(kind, from, to, url, language));
        }
    }

    public FormattedText ApplyTo(string typed)
    {
        cuts.Sort();
        var lost = new int[cuts.Count + 1];
        for (var i = 0; i < cuts.Count; i++)
        {
            lost[i + 1] = lost[i] + cuts[i].To - cuts[i].From;
        }

        var entities = spans
            .Select(span => (Span: span, From: Moved(span.From), To: Moved(span.To)))
            .Where(moved => moved.To > moved.From)
            .OrderBy(moved => moved.From).ThenByDescending(moved => moved.To).ThenBy(moved => moved.Span.Kind)
            .Select(moved => new TextEntity
            {
                Kind = moved.Span.Kind,
                Offset = moved.From,
                Length = moved.To - moved.From,
                Url = moved.Span.Url,
                Language = moved.Span.Language,
            });
        return new() { Text = Shown(typed, typed.Length - lost[^1]), Entities = [.. entities] };

        int Moved(int at)
        {
            var (low, high) = (0, cuts.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = cuts[middle].From < at ? (middle + 1, high) : (low, middle);
            }

            return at - lost[low];
        }
    }

    private string Shown(string typed, int length)
    {
        var text = typed.ToCharArray();
        bullets.ForEach(at => text[at] = '•');
        return string.Create(length, (text, cuts), static (shown, state) =>
        {
            var (at, written) = (0, 0);
            foreach (var (from, to) in state.cuts)
            {
                state.text.AsSpan(at, from - at).CopyTo(shown[written..]);
                (at, written) = (to, written + from - at);
            }

            state.text.AsSpan(at).CopyTo(shown[written..]);
        });
    }

    private sealed record Found(TextEntityKind Kind, int From, int To, string? Url, string? Language);
}
