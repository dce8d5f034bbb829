using System.Buffers.Text;
using System.Text.Json;

namespace Stogram.Search.Finding;

/// <summary>Where a page ended: what comes next is less by this order.</summary>
/// <param name="AsOf">When the first page was asked for: how much a message's age counts is the same on every page.</param>
/// <param name="Stage">How far from what was asked.</param>
/// <param name="HasHits">Something was shown already: nothing that is only alike is looked for.</param>
/// <param name="Score">Of the last one; null where the stage has not begun.</param>
internal sealed record Place(long AsOf, Stage Stage, bool HasHits, long? Score, long SaidAt, Guid ChatId, long Seq)
{
    public static Place Start(DateTimeOffset now) => new(now.UtcTicks / 10 * 10, Stage.Words, false, null, 0, Guid.Empty, 0);

    public static Place? Read(string cursor)
    {
        try
        {
            var place = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(cursor), SearchJson.Default.Place);
            return place is { Stage: >= Stage.Words and <= Stage.Alike } && IsTime(place.AsOf) && IsTime(place.SaidAt) ? place : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, SearchJson.Default.Place));

    public Place At(long score, DateTimeOffset saidAt, Guid chatId, long seq) =>
        this with { Score = score, SaidAt = saidAt.UtcTicks, ChatId = chatId, Seq = seq };

    public Place? Next() =>
        Stage < (HasHits ? Stage.Parts : Stage.Alike) ? this with { Stage = Stage + 1, Score = null } : null;

    private static bool IsTime(long ticks) => ticks >= 0 && ticks < DateTime.MaxValue.Ticks;
}

internal enum Stage
{
    /// <summary>The words as they are written, or other forms of them.</summary>
    Words,

    /// <summary>In the middle of a word.</summary>
    Parts,

    /// <summary>With typing errors.</summary>
    Alike,
}
