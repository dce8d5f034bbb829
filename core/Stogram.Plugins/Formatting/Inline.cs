namespace Stogram.Plugins.Formatting;

/// <summary>One walk from left to right; what an address, a name or code takes in is not looked at again.</summary>
internal static class Inline
{
    public static void Mark(string typed, int from, int to, Markup markup)
    {
        var code = new CodeRuns(typed, from, to);
        var emphasis = new Emphasis(markup);
        for (var at = from; at < to;)
        {
            if (typed[at] == '\\' && at + 1 < to && Characters.IsEscapable(typed[at + 1]))
            {
                markup.Cut(at, at + 1);
                at += 2;
                continue;
            }

            at = typed[at] switch
            {
                '`' => MarkCode(code, at, markup),
                '*' or '_' or '~' or '|' => MarkEmphasis(typed, from, at, to, emphasis),
                _ => MarkToken(typed, from, at, to, markup),
            };
        }
    }

    private static int MarkCode(CodeRuns code, int at, Markup markup)
    {
        var length = code.LengthAt(at);
        if (code.Next(length, at + length) is not { } end)
        {
            return at + length;
        }

        markup.Cut(at, at + length);
        markup.Span(TextEntityKind.Code, at + length, end);
        markup.Cut(end, end + length);
        return end + length;
    }

    private static int MarkEmphasis(string typed, int from, int at, int to, Emphasis emphasis)
    {
        var end = at;
        while (end < to && typed[end] == typed[at])
        {
            end++;
        }

        // A single star or any underline is a sign for words; inside of one, as in snake_case or 2*3, it is not.
        var asksForWord = typed[at] == '_' || (typed[at] == '*' && end - at == 1);
        var canOpen = end < to && !Characters.IsSpace(typed, end) && !(asksForWord && Characters.IsWordBefore(typed, from, at));
        var canClose = at > from && !Characters.IsSpace(typed, at - 1) && !(asksForWord && Characters.IsWordAt(typed, end, to));
        emphasis.Take(typed[at], at, end, canOpen, canClose);
        return end;
    }

    private static int MarkToken(string typed, int from, int at, int to, Markup markup)
    {
        if (typed[at] == '[')
        {
            if (Tokens.Link(typed, at, to) is not var (labelEnd, url, linkEnd))
            {
                return at + 1;
            }

            markup.Cut(at, at + 1);
            markup.Span(TextEntityKind.TextLink, at + 1, labelEnd, url);
            markup.Cut(labelEnd, linkEnd);
            return linkEnd;
        }

        (TextEntityKind Kind, int? End) found = typed[at] switch
        {
            'h' or 'H' or '@' or '#' when Characters.IsWordBefore(typed, from, at) => default,
            'h' or 'H' => (TextEntityKind.Url, Tokens.Address(typed, at, to)),
            '@' => (TextEntityKind.Mention, Tokens.Mention(typed, at, to)),
            '#' => (TextEntityKind.Hashtag, Tokens.Tag(typed, at, to)),
            _ => default,
        };
        if (found.End is not { } end)
        {
            return at + 1;
        }

        markup.Span(found.Kind, at, end);
        return end;
    }
}
