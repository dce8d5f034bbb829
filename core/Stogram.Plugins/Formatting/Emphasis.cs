namespace Stogram.Plugins.Formatting;

/// <summary>The marks that are open. What closes takes what was opened inside of it along, so spans never cross.</summary>
internal sealed class Emphasis(Markup markup)
{
    private readonly Stack<Opener> open = [];

    private readonly Dictionary<(char, int), int> counts = [];

    public void Take(char character, int from, int to, bool canOpen, bool canClose)
    {
        var isPaired = character is '~' or '|';
        if (isPaired ? to - from != 2 : to - from > 3)
        {
            return;
        }

        var at = canClose ? Close(character, from, to, isPaired) : from;
        if (canOpen)
        {
            Push(character, at, to);
        }
    }

    /// <summary>Where the marks begin that closed nothing.</summary>
    private int Close(char character, int from, int to, bool isPaired)
    {
        var at = from;
        while (at < to)
        {
            var two = to - at >= 2 && Has(character, 2);
            var one = !isPaired && Has(character, 1);
            if (!two && !one)
            {
                break;
            }

            var opener = Pop(character, two, one);
            markup.Cut(opener.At, opener.At + opener.Length);
            markup.Span(opener.Kind, opener.At + opener.Length, at);
            markup.Cut(at, at + opener.Length);
            at += opener.Length;
        }

        return at;
    }

    private void Push(char character, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var length = to - at >= 2 ? 2 : 1;
            open.Push(new(character, length, at));
            Count(character, length, 1);
            at += length;
        }
    }

    private Opener Pop(char character, bool two, bool one)
    {
        while (true)
        {
            var opener = open.Pop();
            Count(opener.Character, opener.Length, -1);
            if (opener.Character == character && (opener.Length == 2 ? two : one))
            {
                return opener;
            }
        }
    }

    private bool Has(char character, int length) => counts.GetValueOrDefault((character, length)) > 0;

    private void Count(char character, int length, int step) =>
        counts[(character, length)] = counts.GetValueOrDefault((character, length)) + step;

    private sealed record Opener(char Character, int Length, int At)
    {
        public TextEntityKind Kind => Character switch
        {
            '~' => TextEntityKind.Strikethrough,
            '|' => TextEntityKind.Spoiler,
            _ => Length == 2 ? TextEntityKind.Bold : TextEntityKind.Italic,
        };
    }
}
