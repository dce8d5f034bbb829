using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Stogram.Core.Files.Tus;

/// <summary>The headers of a tus request that count.</summary>
internal sealed class TusRequest(HttpRequest request)
{
    private const string Chunk = "application/offset+octet-stream";

    public bool IsOfThisVersion => Header("Tus-Resumable") == TusAnswer.Version;

    public bool HasChunk => request.ContentType?.Split(';')[0].Trim() == Chunk;

    public long? Offset => Number("Upload-Offset");

    public long? Length => Number("Upload-Length");

    public string Metadata => Header("Upload-Metadata") ?? "";

    public string? Checksum => Header("Upload-Checksum");

    /// <summary>For whom a proxy lets through neither PATCH nor DELETE.</summary>
    public string Method => Header("X-HTTP-Method-Override")?.ToUpperInvariant() ?? request.Method;

    public Stream Body => request.Body;

    private string? Header(string name) => request.Headers[name] is [{ } value] ? value : null;

    private long? Number(string name) =>
        long.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
