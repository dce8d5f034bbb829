using System.Text.RegularExpressions;

namespace Stogram.Plugins.Formatting;

/// <summary>Fenced code, quotes, and the paragraphs between them; each line is looked at a bounded number of times.</summary>
internal static partial class Blocks
{
    public static void Mark(string typed, Markup markup)
    {
        var lines = Lines(typed);
        var closers = new Queue<int>(Enumerable.Range(0, lines.Count).Where(i => Closing().IsMatch(Text(typed, lines[i]))));
        var paragraph = -1;
        for (var index = 0; index < lines.Count;)
        {
            while (closers.TryPeek(out var passed) && passed <= index)
            {
                closers.Dequeue();
            }

            var (from, to) = lines[index];
            var close = closers.TryPeek(out var next) ? next : -1;
            if (close > index + 1 && Fence().Match(typed[from..to]) is { Success: true } fence)
            {
                EndParagraph(index);
                index = MarkCode(lines, index, close, fence.Groups[1].Value, markup);
            }
            else if (to > from && typed[from] == '>')
            {
                EndParagraph(index);
                index = MarkQuote(typed, lines, index, markup);
            }
            else
            {
                paragraph = paragraph < 0 ? index : paragraph;
                if (Dash().Match(typed[from..to]) is { Success: true } dash)
                {
                    markup.Bullet(from + dash.Length - 2);
                }

                index++;
            }
        }

        EndParagraph(lines.Count);

        void EndParagraph(int end)
        {
            if (paragraph >= 0)
            {
                Inline.Mark(typed, lines[paragraph].From, lines[end - 1].To, markup);
            }

            paragraph = -1;
        }
    }

    private static List<(int From, int To)> Lines(string typed)
    {
        var lines = new List<(int, int)>();
        for (var from = 0; from <= typed.Length;)
        {
            var end = typed.IndexOf('\n', from);
            var to = end < 0 ? typed.Length : end;
            lines.Add((from, to));
            from = to + 1;
        }

        return lines;
    }

    private static ReadOnlySpan<char> Text(string typed, (int From, int To) line) => typed.AsSpan(line.From, line.To - line.From);

    private static int MarkCode(List<(int From, int To)> lines, int open, int close, string language, Markup markup)
    {
        var (from, to) = (lines[open + 1].From, lines[close - 1].To);
        markup.Cut(lines[open].From, from);
        markup.Cut(to, lines[close].To);
        markup.Span(TextEntityKind.Pre, from, to, language: language == "" ? null : language);
        return close + 1;
    }

    private static int MarkQuote(string typed, List<(int From, int To)> lines, int first, Markup markup)
    {
        var index = first;
        var start = -1;
        for (; index < lines.Count && lines[index] is var (from, to) && to > from && typed[from] == '>'; index++)
        {
            var said = from + (to > from + 1 && typed[from + 1] == ' ' ? 2 : 1);
            markup.Cut(from, said);
            start = start < 0 ? said : start;
            Inline.Mark(typed, said, to, markup);
        }

        markup.Span(TextEntityKind.Blockquote, start, lines[index - 1].To);
        return index;
    }

    [GeneratedRegex(@"\A```([A-Za-z0-9_+#.-]{0,20})[ \t]*\z")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A```[ \t]*\z")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\A[ \t]{0,8}[-*] ")]
    private static partial Regex Dash();
}
