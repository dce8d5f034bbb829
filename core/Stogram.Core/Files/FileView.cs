using System.Text.Json.Serialization;

namespace Stogram.Core.Files;

/// <param name="Url">In answers signed for the caller's session for an hour; in events bare: ask GET /files/{id}/link.</param>
/// <param name="Width">Of a picture, where its head tells.</param>
/// <param name="Duration">In seconds, of a voice message.</param>
/// <param name="Waveform">Loudness of a voice message from start to end, each 0 to 255.</param>
public sealed record FileView(
    Guid Id,
    string Url,
    string Name,
    long Size,
    string ContentType,
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Width = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Height = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Duration = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] short[]? Waveform = null)
{
    public static FileView Of(FileRow row) => new(
        row.Id, FileLinks.Bare(row.Id), row.Name, row.Size, row.ContentType, "READY", row.Width, row.Height, row.Duration, row.Waveform);

    public static FileView Of(StoredFile file) => Of(new FileRow(
        file.Id, file.Name, file.Size, file.ContentType, file.Width, file.Height, file.Duration, file.Waveform));
}

public sealed record FileRow(
    Guid Id, string Name, long Size, string ContentType, int? Width, int? Height, double? Duration, short[]? Waveform)
{
    /// <summary>As JSON, of a row of <c>core.files</c>.</summary>
    public static string Sql(string file) =>
        $"""
         json_build_object('id', {file}.id, 'name', {file}.name, 'size', {file}.size, 'contentType', {file}.content_type,
           'width', {file}.width, 'height', {file}.height, 'duration', {file}.duration, 'waveform', {file}.waveform)
         """;
}
