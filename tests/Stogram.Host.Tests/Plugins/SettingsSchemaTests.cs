using System.Text.Json;
using Stogram.Host.Plugins.Settings;

namespace Stogram.Host.Tests.Plugins;

public sealed class SettingsSchemaTests
{
    private const string Picker = """{ "type": "string", "format": "uuid", "x-stogram": { "picker": "chat" } }""";

    [Theory]
    [InlineData(Picker, true)]
    [InlineData("""{ "type": "string", "format": "uuid", "x-stogram": { "picker": "moon" } }""", false)]
    [InlineData("""{ "type": "string", "x-stogram": { "picker": "user" } }""", false)]
    [InlineData("""{ "type": "integer", "format": "uuid", "x-stogram": { "picker": "user" } }""", false)]
    public void A_picker_chooses_a_person_or_a_chat_and_keeps_an_id(string rules, bool isSound)
    {
        string[] faults = isSound ? [] : ["place: a picker is user or chat, of a string with the format uuid."];

        Assert.Equal(faults, SettingsSchema.Faults(Schema(rules)));
    }

    [Theory]
    [InlineData("0193f0a4-5c1e-7d10-8e0a-3f2b1c4d5e6f", true)]
    [InlineData("atrium", false)]
    [InlineData("{0193f0a4-5c1e-7d10-8e0a-3f2b1c4d5e6f}", false)]
    [InlineData("", false)]
    public void What_is_picked_must_be_an_id(string id, bool isTaken)
    {
        var faults = new SettingsSchema(Schema(Picker)).Check(JsonSerializer.SerializeToElement(new { place = id }));

        Assert.Equal(isTaken ? [] : [new("place", "Must be an uuid.")], faults);
    }

    private static JsonElement Schema(string rules) => JsonElement.Parse($$"""{ "type": "object", "properties": { "place": {{rules}} } }""");
}
