using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stogram.Probe;

public sealed record ProbeSettings(string Greeting, int Seconds, string? Token);

public sealed record Hello(Guid OrganizationId, string Greeting);

public sealed record Echo(string Text);

public sealed record Seen(Guid ChatId, long Seq);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProbeSettings))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Echo))]
[JsonSerializable(typeof(Seen))]
[JsonSerializable(typeof(Shovel))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ProbeJson : JsonSerializerContext;
