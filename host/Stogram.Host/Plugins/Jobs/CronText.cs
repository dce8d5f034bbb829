using Quartz;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>When a job runs by itself: five fields as in crontab, or a word such as <c>@daily</c>, in UTC.</summary>
internal static class CronText
{
    public static bool IsRight(string text) => TryRead(text, out _);

    public static DateTimeOffset? Next(string text, DateTimeOffset after) =>
        TryRead(text, out var cron) ? cron.GetNextValidTimeAfter(after) : null;

    private static bool TryRead(string text, out CronExpression cron)
    {
        var found = CronExpression.TryParse(text, text.StartsWith('@') ? CronFormat.Quartz : CronFormat.Unix, out var read);
        cron = found ? read!.WithTimeZone(TimeZoneInfo.Utc) : null!;
        return found;
    }
}
