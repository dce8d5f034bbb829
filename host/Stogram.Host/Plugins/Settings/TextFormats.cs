using System.Net.Mail;
using System.Text.RegularExpressions;
using System.Xml;

namespace Stogram.Host.Plugins.Settings;

/// <summary>The formats a settings schema may ask of a string. Durations are ISO 8601, colours #rrggbb; uuid is what people and chats are named by.</summary>
internal static partial class TextFormats
{
    public static readonly IReadOnlyCollection<string> Known = ["uri", "email", "duration", "color", "uuid"];

    public static bool Fits(string text, string format) => format switch
    {
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https",
        "email" => MailAddress.TryCreate(text, out _),
        "duration" => IsDuration(text),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "color" => Color().IsMatch(text),
        _ => false,
    };

    private static bool IsDuration(string text)
    {
        try
        {
            XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
