using System.Text.Json.Nodes;
using Stogram.Core.Previews;

namespace Stogram.Core.Tests.Previews;

/// <summary>The client finds the same, in the same texts.</summary>
public sealed class FirstLinkTests
{
    public static IEnumerable<object?[]> Texts =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "texts", "links.json")))!.AsArray()
            .Select(text => new object?[] { (string)text!["typed"]!, (string?)text["link"] });

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_first_link_that_is_not_hidden_is_the_one(string typed, string? link) =>
        Assert.Equal(link, FirstLink.In(typed)?.OriginalString);
}
