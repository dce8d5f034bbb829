using System.Buffers.Binary;

namespace Stogram.Core.Files;

/// <summary>
/// Width and height as a picture's head states them, so that its place can be kept before it is there. Reads a few
/// numbers and decodes nothing: a stranger's picture is never decoded in the server.
/// </summary>
internal static class PictureSize
{
    private const int Largest = 100_000;

    public static (int Width, int Height)? Read(Stream file, string type)
    {
        var head = new byte[32];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var size = (read < head.Length, type) switch
        {
            (false, "image/png") => Png(head),
            (false, "image/gif") => (Little(head, 6), Little(head, 8)),
            (false, "image/webp") => Webp(head),
            (false, "image/jpeg") => JpegSize.Read(file),
            _ => null,
        };
        return size is (> 0 and <= Largest, > 0 and <= Largest) ? size : null;
    }

    private static (int, int)? Png(ReadOnlySpan<byte> head) => head[12..16].SequenceEqual("IHDR"u8)
        ? (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
        : null;

    /// <summary>RFC 9649: an extended, a lossless and a lossy form, each with its own place for the size.</summary>
    private static (int, int)? Webp(ReadOnlySpan<byte> head)
    {
        switch (head[15])
        {
            case (byte)'X':
                return (1 + (Little(head, 24) | (head[26] << 16)), 1 + (Little(head, 27) | (head[29] << 16)));
            case (byte)'L':
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
                return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
            default:
                return (Little(head, 26) & 0x3FFF, Little(head, 28) & 0x3FFF);
        }
    }

    private static int Little(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt16LittleEndian(head[at..]);
}
