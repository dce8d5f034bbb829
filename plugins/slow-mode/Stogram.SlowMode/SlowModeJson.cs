using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.SlowMode.Intervals;
using Stogram.SlowMode.Turns;

namespace Stogram.SlowMode;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SlowModeSettings))]
[JsonSerializable(typeof(SetIntervalRequest))]
[JsonSerializable(typeof(IntervalView))]
[JsonSerializable(typeof(IntervalChanged))]
[JsonSerializable(typeof(TooEarly))]
internal sealed partial class SlowModeJson : JsonSerializerContext;
