using System.Globalization;
using Stogram.Host.Startup;

namespace Stogram.Host.Limits;

/// <param name="Factor">How much wider than by default: 5 for an office where everybody comes from one address.</param>
internal sealed record LimitSettings(bool IsEnabled, double Factor)
{
    public static readonly LimitSettings Off = new(false, 1);

    public static LimitSettings From(string? enabled, string? factor) =>
        new(Switch(enabled), factor is null or "" ? 1 : Number(factor));

    private static bool Switch(string? text) => text switch
    {
        null or "" => true,
        _ when bool.TryParse(text, out var isOn) => isOn,
        _ => throw new StartupError($"'{text}' in Stogram__RateLimits__Enabled is neither true nor false."),
    };

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0.001 and <= 1000
            ? number
            : throw new StartupError($"'{text}' in Stogram__RateLimits__Factor is no number from 0.001 to 1000: write for example 5.");
}
