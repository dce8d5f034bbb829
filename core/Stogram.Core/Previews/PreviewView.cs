using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

/// <summary>What a page says of itself.</summary>
/// <param name="Site">Its own name for it, or the host.</param>
public sealed record PreviewView(
    string Url,
    string Site,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FileView? Image = null);

/// <summary>The same as it is stored.</summary>
internal sealed record PreviewRow(string Url, string Site, string? Title, string? Description, Guid? FileId)
{
    public static PreviewRow? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, CoreJson.Default.PreviewRow);

    public string Write() => JsonSerializer.Serialize(this, CoreJson.Default.PreviewRow);

    /// <param name="file">As <see cref="FileRow.Sql"/> makes it; null once it is gone.</param>
    public PreviewView View(string? file = null) => new(
        Url, Site, Title, Description,
        file is null ? null : FileView.Of(JsonSerializer.Deserialize(file, CoreJson.Default.FileRow)!));
}
