using Microsoft.Extensions.Configuration;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Host.Startup;

namespace Stogram.Host.Tests.Startup;

public sealed class AmountSettingsTests
{
    [Fact]
    public void What_is_not_said_stays_as_it_is()
    {
        var limits = Limits(("Pins", "5"), ("Members", "50"), ("Folders", ""));

        Assert.Equal(new MessageLimits { Pins = 5 }, AmountSettings.Read<MessageLimits>(limits));
        Assert.Equal(new ChatLimits { Members = 50 }, AmountSettings.Read<ChatLimits>(limits));
        Assert.Equal(new PersonalLimits(), AmountSettings.Read<PersonalLimits>(limits));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10001")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void What_is_no_number_within_its_bounds_is_refused_at_start(string text) =>
        Assert.Contains(
            "Stogram__Limits__MessageLength", Assert.Throws<StartupError>(() => AmountSettings.Read<MessageLimits>(Limits(("MessageLength", text)))).Message);

    private static IConfigurationSection Limits(params (string Name, string Value)[] said) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(said.Select(one => KeyValuePair.Create<string, string?>($"Limits:{one.Name}", one.Value)))
            .Build().GetSection("Limits");
}
