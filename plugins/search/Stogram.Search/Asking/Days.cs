using System.Globalization;
using System.Text.RegularExpressions;

namespace Stogram.Search.Asking;

internal static partial class Days
{
    /// <summary>By a name such as Europe/Berlin; UTC where nothing is said, null if there is none of that name.</summary>
    public static TimeZoneInfo? Zone(string? name) =>
        name is null ? TimeZoneInfo.Utc
        // It becomes a path to a file.
        : ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>A day where somebody is, from its first moment to that of the next; null if it is none.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End)? Read(string value, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9999
            ? (Start(day, zone), Start(day.AddDays(1), zone))
            : null;

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // A day may begin at one o'clock, where the clocks change at midnight.
        var start = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }

    [GeneratedRegex("^[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}\\z")]
    private static partial Regex ZoneName();
}
