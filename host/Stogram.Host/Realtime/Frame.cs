using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Stogram.Host.Realtime;

/// <summary>
/// What every socket gets of an event, or of several: serialized once, whether its readers sit on this node or on
/// another. The hub speaks SignalR's JSON protocol alone, so that one form serves all.
/// </summary>
internal readonly record struct Frame(ReadOnlyMemory<byte> Bytes)
{
    private const string Protocol = "json";

    /// <summary>What is longer is written in pieces: each socket's pipe holds 64 kB at most.</summary>
    private const int Full = 16 << 10;

    public SerializedHubMessage Message => new([new(Protocol, Bytes)]);

    public static Frame Of(IHubProtocolResolver protocols, string type, object payload) =>
        new(protocols.GetProtocol(Protocol, null)!.GetMessageBytes(new InvocationMessage(type, [payload])));

    /// <summary>One write to a socket costs more than what it carries, so several events share one.</summary>
    public static IEnumerable<Frame> Join(IEnumerable<Frame> frames)
    {
        var joined = ReadOnlyMemory<byte>.Empty;
        foreach (var bytes in frames.Select(frame => frame.Bytes))
        {
            if (joined.Length > 0 && joined.Length + bytes.Length > Full)
            {
                yield return new(joined);
                joined = default;
            }

            joined = joined.IsEmpty ? bytes : (byte[])[.. joined.Span, .. bytes.Span];
        }

        if (!joined.IsEmpty)
        {
            yield return new(joined);
        }
    }
}
