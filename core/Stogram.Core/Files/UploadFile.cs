using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files;

/// <summary>Streams the form's part named <c>file</c> to disk: no more of it is ever in memory than a buffer.</summary>
internal sealed class UploadFile(StogramContext db, CoreOptions options, FileLinks links, TimeProvider time) : IVerb
{
    private const int MaxNameLength = 255;

    private static readonly Refusal NoFile = Refusal.Invalid("file", "Send a form (multipart/form-data) with one part named file.");

    public async Task<Outcome<FileView>> Run(Caller caller, HttpRequest request, CancellationToken cancellation)
    {
        if (await FindPart(request, cancellation) is not var (name, content))
        {
            return NoFile;
        }

        if (name.Length > MaxNameLength || !Validation.IsStorable(name))
        {
            return Refusal.Invalid("file", $"A file's name has at most {MaxNameLength} characters.");
        }

        var id = Guid.CreateVersion7();
        var temporary = Path.Combine(Folder("temp"), id.ToString());
        try
        {
            if (await Save(content, temporary, cancellation) is not var (size, type))
            {
                return new Refusal(ErrorCode.PayloadTooLarge, $"A file has at most {options.MaxFileSize >> 20} MiB.");
            }

            var file = new StoredFile
            {
                Id = id,
                OrganizationId = caller.OrganizationId,
                OwnerId = caller.UserId,
                Name = name,
                Size = size,
                ContentType = type,
                Path = Path.Combine(Place(type), id.ToString()),
                CreatedAt = time.GetUtcNow(),
            };
            Folder(Place(type));
            File.Move(temporary, Path.Combine(options.UploadsFolder, file.Path));
            db.Files.Add(file);
            await db.SaveChangesAsync(cancellation);
            return Outcome<FileView>.New(links.Sign(caller, FileView.Of(file)));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<(string Name, Stream Content)?> FindPart(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType
            || HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is { Name: "file", FileStream: { } content } part)
            {
                return (Path.GetFileName(part.FileName.Replace('\\', '/')) is { Length: > 0 } name ? name : "file", content);
            }
        }

        return null;
    }

    private async Task<(long Size, string Type)?> Save(Stream content, string path, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        var buffer = new byte[81920];
        var head = Array.Empty<byte>();
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, ContentTypes.HeadLength, false, cancellation)) > 0)
        {
            if (file.Length == 0)
            {
                head = buffer[..Math.Min(read, ContentTypes.HeadLength)];
            }

            if (file.Length + read > options.MaxFileSize)
            {
                return null;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.FlushAsync(cancellation);
        return (file.Length, ContentTypes.Of(head));
    }

    private static string Place(string type) => type.Split('/')[0] switch
    {
        "image" => "messages/images/originals",
        "video" => "messages/videos/originals",
        "audio" => "messages/audio",
        _ => "messages/files",
    };

    private string Folder(string place) => Directory.CreateDirectory(Path.Combine(options.UploadsFolder, place)).FullName;
}
