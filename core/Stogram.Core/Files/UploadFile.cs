using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>
/// One request, one file: the form's part named <c>file</c> goes straight to the disk. What is said of it comes in
/// front, in fields of their own.
/// </summary>
internal sealed class UploadFile(
    CoreOptions options, ReserveSpace reserve, FinishUpload finish, DropUpload drop, FileLinks links, TimeProvider time) : IVerb
{
    private const int LongestField = 1024;

    // Understood by no field.
    private const string TooLong = "?";

    private const int MostFields = 10;

    // Of the form, around the file: what the file itself has more than that is set aside as it comes.
    private const long MostAround = 4096;

    // Of a body whose length nobody told.
    private const long Step = 8 << 20;

    private static readonly Refusal NoFile = Refusal.Invalid("file", "Send a form (multipart/form-data) with one part named file.");

    public async Task<Outcome<FileView>> Run(Caller caller, HttpRequest request, CancellationToken cancellation)
    {
        if (await FindPart(request, cancellation) is not { } found)
        {
            return NoFile;
        }

        var (name, fields, content) = found;
        var said = NewFile.Read(name, fields);
        return said.Refusal is { } refusal
            ? refusal
            : await Store(caller, said.Value, content, request.ContentLength, cancellation);
    }

    private async Task<Outcome<FileView>> Store(
        Caller caller, NewFile said, Stream content, long? length, CancellationToken cancellation)
    {
        var upload = said.ToUpload(caller, time.GetUtcNow() + RemoveLeftovers.Grace);
        try
        {
            var refusal = await reserve.Run(upload, Math.Clamp(length - MostAround ?? Step, 0, options.MaxFileSize), cancellation);
            var part = new PartFile(options, upload.Id);
            if (refusal is not null || !await part.Append(content, Room, hash: null, cancellation))
            {
                return refusal!;
            }

            var finished = await finish.Run(upload);
            return finished.Refusal is { } no ? no : Outcome<FileView>.New(links.Sign(caller, FileView.Of(finished.Value)));

            async Task<long> Room(long end)
            {
                if (end > upload.Size)
                {
                    refusal = await reserve.Run(upload, end + (length is null ? Step : 0), cancellation);
                }

                return refusal is null ? upload.Size : 0;
            }
        }
        finally
        {
            await drop.Run(upload.Id);
        }
    }

    private static async Task<(string Name, Dictionary<string, string> Fields, Stream Content)?> FindPart(
        HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType
            || HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var fields = new Dictionary<string, string>();
        var reader = new MultipartReader(boundary, request.Body);
        while (fields.Count < MostFields && await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is { Name: "file", FileStream: { } content } part)
            {
                return (part.FileName, fields, content);
            }

            if (section.AsFormDataSection() is { } field)
            {
                var value = new byte[LongestField + 1];
                var length = await section.Body.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancellation);
                fields[field.Name] = length <= LongestField ? Encoding.UTF8.GetString(value, 0, length) : TooLong;
            }
        }

        return null;
    }
}
