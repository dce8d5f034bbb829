using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Search.Feeding;
using Stogram.Search.Finding;
using Stogram.Search.Suggesting;

namespace Stogram.Search;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchSettings))]
[JsonSerializable(typeof(SearchView))]
[JsonSerializable(typeof(DayView))]
[JsonSerializable(typeof(ProgressView))]
[JsonSerializable(typeof(SuggestionView[]))]
[JsonSerializable(typeof(Place))]
internal sealed partial class SearchJson : JsonSerializerContext;
