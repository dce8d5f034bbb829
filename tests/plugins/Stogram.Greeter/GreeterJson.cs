using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stogram.Greeter;

internal sealed record GreeterSettings(string Word);

internal sealed record CountView(Guid ChatId, long Messages);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GreeterSettings))]
[JsonSerializable(typeof(CountView))]
internal sealed partial class GreeterJson : JsonSerializerContext;
