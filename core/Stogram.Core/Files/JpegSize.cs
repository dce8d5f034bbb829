using System.Buffers.Binary;

namespace Stogram.Core.Files;

/// <summary>
/// Walks a JPEG's segments to the one with its size (ITU-T T.81, B.2.2), and turns it as its Exif says: telephones
/// store upright pictures lying down.
/// </summary>
internal static class JpegSize
{
    // Real pictures have a dozen; one made to keep us busy could have millions.
    private const int MostSegments = 64;

    private const int Orientation = 0x0112;

    private const int MostTags = 64;

    public static (int Width, int Height)? Read(Stream file)
    {
        var isTurned = false;
        var segment = new byte[9];
        file.Position = 2;
        for (var i = 0; i < MostSegments; i++)
        {
            var start = file.Position;
            if (file.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) < segment.Length || segment[0] != 0xFF)
            {
                return null;
            }

            var (marker, length) = (segment[1], Big(segment, 2));
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (width, height) = (Big(segment, 7), Big(segment, 5));
                return isTurned ? (height, width) : (width, height);
            }

            isTurned |= marker == 0xE1 && IsTurned(file, start + 4, length - 2);
            file.Position = start + 2 + length;
        }

        return null;
    }

    /// <summary>Orientations 5 to 8 lie on their side.</summary>
    private static bool IsTurned(Stream file, long at, int length)
    {
        var exif = new byte[Math.Clamp(length, 0, 4096)];
        file.Position = at;
        exif = exif[..file.ReadAtLeast(exif, exif.Length, throwOnEndOfStream: false)];
        if (!exif.AsSpan().StartsWith("Exif\0\0"u8) || exif.Length < 14)
        {
            return false;
        }

        var tiff = exif.AsSpan(6);
        var isLittle = tiff[0] == 'I';
        var tags = Number(tiff, 4, 4, isLittle);
        var count = Math.Min(Number(tiff, tags, 2, isLittle), MostTags);
        for (var i = 0; i < count; i++)
        {
            var tag = tags + 2 + (i * 12);
            if (Number(tiff, tag, 2, isLittle) == Orientation)
            {
                return Number(tiff, tag + 8, 2, isLittle) is >= 5 and <= 8;
            }
        }

        return false;
    }

    /// <summary>Zero where it would lie outside.</summary>
    private static long Number(ReadOnlySpan<byte> from, long at, int bytes, bool isLittle)
    {
        if (at < 0 || at + bytes > from.Length)
        {
            return 0;
        }

        var part = from[(int)at..];
        return (bytes, isLittle) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(part),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(part),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(part),
            _ => BinaryPrimitives.ReadUInt32BigEndian(part),
        };
    }

    private static int Big(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16BigEndian(from[at..]);
}
