using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stogram.Core.Messages;

/// <summary>What few messages have, as the store takes it.</summary>
/// <param name="Type">A plugin's kind; what follows from the files where nothing is said.</param>
/// <param name="Twin">The post that it is a copy of: it goes in whoever wrote it, for the channel itself says it.</param>
/// <param name="Plugin">Posted it, at that depth of plugins answering plugins.</param>
/// <param name="ExpiresIn">Seconds from being stored; a chat's own timer may be shorter.</param>
internal sealed record SpecialParts(
    string? Type = null,
    JsonElement? Extra = null,
    OriginView? ForwardedFrom = null,
    QuoteView? Quote = null,
    int? ExpiresIn = null,
    string? EncryptedContent = null,
    bool? HidePreview = null,
    Guid[]? Mentions = null,
    string[]? Hashtags = null,
    long? Topic = null,
    TwinView? Twin = null,
    string? Plugin = null,
    int? Depth = null)
{
    private static readonly SpecialParts None = new();

    /// <summary>Null where there is nothing in it.</summary>
    public static SpecialParts? Of(SpecialParts parts) => parts == None ? null : parts;

    public string Json() => JsonSerializer.Serialize(this, SpecialJson.Default.SpecialParts);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpecialParts))]
internal sealed partial class SpecialJson : JsonSerializerContext;
