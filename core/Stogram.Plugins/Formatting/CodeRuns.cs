namespace Stogram.Plugins.Formatting;

/// <summary>Runs of backticks: code ends with a run as long as the one it began with.</summary>
internal sealed class CodeRuns
{
    private readonly Dictionary<int, Stack<int>> byLength = [];

    private readonly string typed;

    private readonly int to;

    public CodeRuns(string typed, int from, int to)
    {
        (this.typed, this.to) = (typed, to);
        for (var at = to - 1; at >= from; at--)
        {
            if (typed[at] != '`')
            {
                continue;
            }

            var end = at + 1;
            while (at > from && typed[at - 1] == '`')
            {
                at--;
            }

            if (!byLength.TryGetValue(end - at, out var places))
            {
                byLength.Add(end - at, places = []);
            }

            places.Push(at);
        }
    }

    public int LengthAt(int at)
    {
        var end = at;
        while (end < to && typed[end] == '`')
        {
            end++;
        }

        return end - at;
    }

    /// <summary>The next run of that length; asked with growing places, so what lies before is dropped.</summary>
    public int? Next(int length, int from)
    {
        var places = byLength.GetValueOrDefault(length) ?? [];
        while (places.TryPeek(out var passed) && passed < from)
        {
            places.Pop();
        }

        return places.TryPeek(out var next) ? next : null;
    }
}
