using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Stogram.Core.Shared;

/// <summary>A place to go on from. Clients hand it back and never look inside.</summary>
internal static class Cursor
{
    public static string Write(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    public static string Write(long number) => Write(number.ToString(CultureInfo.InvariantCulture));

    public static string? Read(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static long? ReadNumber(string cursor) =>
        long.TryParse(Read(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
