using System.Text;

namespace Stogram.Core.Files;

/// <summary>
/// Tells a file's type from its first bytes. The name and the sender's word do not count: an HTML page called cat.png
/// must not come back as a page, so whatever is not known is bytes.
/// Signatures: WHATWG MIME Sniffing, section 6, and the formats' own papers.
/// </summary>
internal static class ContentTypes
{
    public const int HeadLength = 4096;

    public const string Bytes = "application/octet-stream";

    public const string Svg = "image/svg+xml";

    private static readonly (int At, byte[] Signature, string Type)[] Known =
    [
        (0, [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [.. "GIF87a"u8], "image/gif"),
        (0, [.. "GIF89a"u8], "image/gif"),
        (8, [.. "WEBPVP8"u8], "image/webp"),
        (8, [.. "WAVE"u8], "audio/wav"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (0, [0xFF, 0xFB], "audio/mpeg"),
        (0, [0xFF, 0xF3], "audio/mpeg"),
        (0, [0xFF, 0xF2], "audio/mpeg"),
        (0, [0xFF, 0xF1], "audio/aac"),
        (0, [0xFF, 0xF9], "audio/aac"),
        (0, [.. "fLaC"u8], "audio/flac"),
        (0, [.. "%PDF-"u8], "application/pdf"),
        (0, [0x1F, 0x8B, 0x08], "application/gzip"),
        (0, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        (0, [.. "Rar!"u8, 0x1A, 0x07], "application/vnd.rar"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/vnd.ms-office"),
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

        return head switch
        {
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfIsoMedia(head),
            [0x1A, 0x45, 0xDF, 0xA3, ..] => OfMatroska(head),
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => head.IndexOf("theora"u8) >= 0 ? "video/ogg" : "audio/ogg",
            [(byte)'P', (byte)'K', 3, 4, ..] => OfZip(head),
            _ => OfText(head),
        };
    }

    /// <summary>ISO 14496-12. Sound alone can be told where the table of tracks stands in front and whole, as recorders write it.</summary>
    private static string OfIsoMedia(ReadOnlySpan<byte> head) => Encoding.ASCII.GetString(head[8..Math.Min(12, head.Length)]) switch
    {
        "avif" or "avis" => "image/avif",
        "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" => "image/heic",
        "M4A " or "M4B " => "audio/mp4",
        "qt  " => "video/quicktime",
        _ when head.IndexOf("mvex"u8) >= 0 && head.IndexOf("soun"u8) >= 0 && head.IndexOf("vide"u8) < 0 => "audio/mp4",
        _ => "video/mp4",
    };

    private static string OfMatroska(ReadOnlySpan<byte> head)
    {
        var isSound = (head.IndexOf("A_OPUS"u8) >= 0 || head.IndexOf("A_VORBIS"u8) >= 0) && head.IndexOf("V_"u8) < 0;
        var form = head.IndexOf("matroska"u8) >= 0 ? "x-matroska" : "webm";
        return $"{(isSound ? "audio" : "video")}/{form}";
    }

    /// <summary>Office files are archives that begin with what they are.</summary>
    private static string OfZip(ReadOnlySpan<byte> head)
    {
        const string open = "application/vnd.openxmlformats-officedocument.";
        if (head.Length > 38 && head[30..].StartsWith("mimetypeapplication/"u8))
        {
            var rest = head[50..];
            return rest.StartsWith("vnd.oasis.opendocument.text"u8) ? "application/vnd.oasis.opendocument.text"
                : rest.StartsWith("vnd.oasis.opendocument.spreadsheet"u8) ? "application/vnd.oasis.opendocument.spreadsheet"
                : rest.StartsWith("vnd.oasis.opendocument.presentation"u8) ? "application/vnd.oasis.opendocument.presentation"
                : rest.StartsWith("epub+zip"u8) ? "application/epub+zip"
                : "application/zip";
        }

        return head.IndexOf("[Content_Types].xml"u8) < 0 ? "application/zip"
            : head.IndexOf("word/"u8) >= 0 ? $"{open}wordprocessingml.document"
            : head.IndexOf("xl/"u8) >= 0 ? $"{open}spreadsheetml.sheet"
            : head.IndexOf("ppt/"u8) >= 0 ? $"{open}presentationml.presentation"
            : "application/zip";
    }

    /// <summary>Words in UTF-8. Anything that begins like markup is none, so that nothing can take it for a page.</summary>
    private static string OfText(ReadOnlySpan<byte> head)
    {
        var text = (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text.ContainsAnyInRange((byte)0, (byte)8) || text.ContainsAnyInRange((byte)14, (byte)31))
        {
            return Bytes;
        }

        if (text[0] == '<')
        {
            return text.StartsWith("<svg"u8) || (text.StartsWith("<?xml"u8) && text.IndexOf("<svg"u8) >= 0) ? Svg : Bytes;
        }

        return IsUtf8(text, isCut: head.Length == HeadLength) ? "text/plain" : Bytes;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isCut)
    {
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(text, out _, out var read);
            if (status != System.Buffers.OperationStatus.Done)
            {
                return isCut && status == System.Buffers.OperationStatus.NeedMoreData;
            }

            text = text[read..];
        }

        return true;
    }
}
