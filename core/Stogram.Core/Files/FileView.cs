namespace Stogram.Core.Files;

/// <param name="Url">In answers signed for the caller's session for an hour; in events bare: ask GET /files/{id}/link.</param>
public sealed record FileView(Guid Id, string Url, string Name, long Size, string ContentType, string Status)
{
    public static FileView Of(FileRow row) =>
        new(row.Id, FileLinks.Bare(row.Id), row.Name, row.Size, row.ContentType, "READY");

    public static FileView Of(StoredFile file) => Of(new FileRow(file.Id, file.Name, file.Size, file.ContentType));
}

public sealed record FileRow(Guid Id, string Name, long Size, string ContentType);
