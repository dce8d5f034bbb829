using Stogram.Plugins;

namespace Stogram.Search.Finding;

internal static class Terms
{
    public static SearchTerm[] Wanted(this SearchQuery query) => [.. query.Terms.Where(term => !term.IsNot)];

    /// <summary>In SQL: what one term asks for.</summary>
    public static string Asked(this Statement statement, string language, SearchTerm term) =>
        $"asked({language}, {statement.Value(term.Text)}, {(term.IsExact ? "true" : "false")}, {(term.IsOpen ? "true" : "false")})";
}
