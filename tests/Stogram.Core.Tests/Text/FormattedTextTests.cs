using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stogram.Plugins;

namespace Stogram.Core.Tests.Text;

/// <summary>The same corpus as the web client's: what a bot is told is what people see.</summary>
public sealed class FormattedTextTests
{
    private static readonly JsonNode Corpus = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "texts/formatted.json")))!;

    public static IEnumerable<object[]> Texts =>
        Corpus["texts"]!.AsArray().Select(row => new object[] { (string)row!["typed"]!, row.ToJsonString() });

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads_what_is_written(string typed, string expected)
    {
        var read = FormattedText.Parse(typed);

        var wanted = JsonNode.Parse(expected)!;
        Assert.Equal((string)wanted["text"]!, read.Text);
        Assert.Equal(wanted["entities"]!.AsArray().Select(Described), read.Entities.Select(Described));
    }

    [Fact]
    public void Reads_thousands_of_random_texts_as_clients_do()
    {
        var random = new Random(Corpus["random"]!);

        var digests = Corpus["random"]!["digests"]!.AsArray().Select(_ =>
        {
            var group = string.Concat(Enumerable.Range(0, 100).Select(_ => Described(random.Text())));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group)))[..16];
        });

        Assert.Equal(Corpus["random"]!["digests"]!.AsArray().Select(digest => (string)digest!), digests);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("[a](")]
    [InlineData("```\n")]
    [InlineData("> ")]
    [InlineData("||")]
    [InlineData("**a ")]
    [InlineData("http://")]
    [InlineData("*a_")]
    public void Is_not_slowed_down_by_a_flood(string piece)
    {
        var flood = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Assert.True(FormattedText.Parse(flood).Text.Length <= flood.Length);
    }

    private static string Described(string typed)
    {
        var read = FormattedText.Parse(typed);
        return string.Join('\u0001', [read.Text, .. read.Entities.Select(Described), ""]);
    }

    private static string Described(TextEntity entity) =>
        $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(entity.Kind.ToString())} {entity.Offset} {entity.Length} {entity.Url} {entity.Language}";

    private static string Described(JsonNode? entity) =>
        $"{entity!["type"]} {entity["offset"]} {entity["length"]} {entity["url"]} {entity["language"]}";

    /// <summary>The same numbers as in the client's test: Numerical Recipes' linear congruential generator.</summary>
    private sealed class Random(JsonNode corpus)
    {
        private readonly string[] pieces = [.. corpus["pieces"]!.AsArray().Select(piece => (string)piece!)];

        private uint state = (uint)corpus["seed"]!;

        public string Text()
        {
            var text = new StringBuilder();
            for (var left = 1 + Below(24); left > 0; left--)
            {
                text.Append(pieces[Below(pieces.Length)]);
            }

            return text.ToString();
        }

        private int Below(int most)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 16) % most);
        }
    }
}
