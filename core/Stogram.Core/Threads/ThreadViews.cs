using System.Text.Json.Serialization;
using Stogram.Core.Messages;

namespace Stogram.Core.Threads;

/// <summary>What has been answered to a message, on that message: its thread's root.</summary>
/// <param name="By">Who answered last, the last one first; up to three.</param>
public sealed record ThreadView(int Count, long LastSeq, DateTimeOffset LastAt, Guid[] By);

/// <param name="Id">Of the root, as is <paramref name="Seq"/>.</param>
/// <param name="Thread">Null once no answer is left.</param>
/// <param name="Twin">Of a post of a channel, where that is.</param>
public sealed record ThreadEvent(
    Guid ChatId,
    long Rev,
    Guid Id,
    long Seq,
    ThreadView? Thread,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TwinView? Twin = null);

/// <param name="Thread">The number of its root.</param>
/// <param name="Seq">How far the caller has read in it.</param>
/// <param name="MutedUntil">Of a topic; in the past once it is over, in the year 9999 for ever.</param>
public sealed record ThreadMark(Guid ChatId, long Thread, long Seq, DateTimeOffset? MutedUntil);
