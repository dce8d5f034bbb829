namespace Stogram.Search;

/// <summary>As in <c>settings.schema.json</c>.</summary>
internal sealed record SearchSettings
{
    public string Language { get; set; } = "english";
}
