namespace Stogram.Core.Files;

/// <summary>
/// Tells a file's type from its first bytes, for the types a browser may show; everything else is bytes. The name
/// and the sender's word do not count: an HTML page called cat.png must not come back as a page.
/// Signatures: WHATWG MIME Sniffing, section 6.
/// </summary>
internal static class ContentTypes
{
    public const int HeadLength = 64;

    public const string Bytes = "application/octet-stream";

    private static readonly (int At, byte[] Signature, string Type)[] Known =
    [
        (0, [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [.. "GIF87a"u8], "image/gif"),
        (0, [.. "GIF89a"u8], "image/gif"),
        (8, [.. "WEBP"u8], "image/webp"),
        (4, [.. "ftypavif"u8], "image/avif"),
        (4, [.. "ftypM4A "u8], "audio/mp4"),
        (4, [.. "ftypqt"u8], "video/quicktime"),
        (4, [.. "ftyp"u8], "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        (0, [.. "OggS"u8], "audio/ogg"),
        (8, [.. "WAVE"u8], "audio/wav"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (0, [0xFF, 0xFB], "audio/mpeg"),
        (0, [.. "%PDF-"u8], "application/pdf"),
    ];

    public static string Of(ReadOnlySpan<byte> head)
    {
        foreach (var (at, signature, type) in Known)
        {
            if (head.Length >= at && head[at..].StartsWith(signature))
            {
                return type;
            }
        }

        return Bytes;
    }
}
