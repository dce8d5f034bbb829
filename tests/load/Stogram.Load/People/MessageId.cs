using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics;

namespace Stogram.Load.People;

/// <summary>
/// The id of a message says when it was due, who sent it and which of theirs it is: whoever hears it can judge it
/// without looking anything up. Time comes first, so ids grow as those of real clients do.
/// </summary>
internal readonly record struct MessageId(long At, int Sender, int Number)
{
    private static ReadOnlySpan<byte> Name => "\"id\":\""u8;

    public long Age => Stopwatch.GetTimestamp() - At;

    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Sender);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], Number);
        return new Guid(bytes, bigEndian: true);
    }

    public static MessageId Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[12..]));
    }

    /// <summary>The message's own id is the first in a frame.</summary>
    public static MessageId Find(ReadOnlySpan<byte> frame)
    {
        var at = frame.IndexOf(Name);
        return at >= 0 && Utf8Parser.TryParse(frame[(at + Name.Length)..], out Guid id, out _)
            ? Of(id)
            : throw new InvalidOperationException($"A message without an id: {System.Text.Encoding.UTF8.GetString(frame)}");
    }
}
