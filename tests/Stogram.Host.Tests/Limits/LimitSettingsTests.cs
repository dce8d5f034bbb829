using Stogram.Host.Limits;
using Stogram.Host.Startup;

namespace Stogram.Host.Tests.Limits;

public sealed class LimitSettingsTests
{
    [Theory]
    [InlineData(null, null, true, 1)]
    [InlineData("", "", true, 1)]
    [InlineData("false", "5", false, 5)]
    [InlineData("True", "0.5", true, 0.5)]
    public void Limits_are_on_unless_it_is_said_otherwise(string? enabled, string? factor, bool isEnabled, double expected) =>
        Assert.Equal(new(isEnabled, expected), LimitSettings.From(enabled, factor));

    [Theory]
    [InlineData("no", null, "Enabled")]
    [InlineData(null, "much", "Factor")]
    [InlineData(null, "0", "Factor")]
    [InlineData(null, "-1", "Factor")]
    [InlineData(null, "NaN", "Factor")]
    public void What_is_neither_is_refused_at_start(string? enabled, string? factor, string name) =>
        Assert.Contains($"Stogram__RateLimits__{name}", Assert.Throws<StartupError>(() => LimitSettings.From(enabled, factor)).Message);
}
