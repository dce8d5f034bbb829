using System.Globalization;

namespace Stogram.Search.Tests.Quality;

/// <summary>Messages in one language, searches in them, and which of the messages a person would expect.</summary>
internal sealed record LabelledSet(string Name, string Language, string[] Messages, (string Query, int[] Expected)[] Queries)
{
    public static readonly IReadOnlyList<(string Name, string Language)> All =
        [("english", "english"), ("russian", "russian"), ("german", "german"), ("chinese", "none")];

    public static LabelledSet Read(string folder, string name, string language)
    {
        var parts = File.ReadAllText(Path.Combine(folder, $"{name}.txt")).Split("\n\n").Select(part => part.Trim().Split('\n')).ToArray();
        return new(name, language, parts[0], [.. parts[1].Select(Query)]);
    }

    private static (string Query, int[] Expected) Query(string line) =>
        (line.Split('|')[0], [.. line.Split('|')[1].Split(',').Select(nth => int.Parse(nth, CultureInfo.InvariantCulture) - 1)]);
}
