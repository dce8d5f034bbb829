using System.Globalization;

namespace Stogram.Core.Organizations;

internal static class HostName
{
    private const int Longest = 253;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>As browsers send it: lower case, in letters of ASCII, without a port. Null if it is no name.</summary>
    public static string? Read(string? text)
    {
        try
        {
            var name = Idn.GetAscii((text ?? "").Trim().TrimEnd('.')).ToLowerInvariant();
            return name.Length <= Longest && Uri.CheckHostName(name) == UriHostNameType.Dns ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
