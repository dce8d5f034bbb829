using System.Globalization;
using System.Text;

namespace Stogram.Load.People;

internal enum FrameKind
{
    Other,
    Heard,
    Acknowledged,
    Refused,
}

internal static class Frames
{
    private const char End = '\u001e';

    // As long as what people write.
    private const string Words = "I have put the kettle on; come over when the rain stops.";

    public static byte[] Say(Guid chatId, MessageId id) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
          {"type":1,"invocationId":"{{id.Number}}","target":"dispatch","arguments":["message:send",{"id":"{{id.ToGuid()}}","chatId":"{{chatId}}","content":"{{Words}}"}]}{{End}}
          """));

    /// <summary>A frame begins <c>{"type":N</c>, then come the name of an event or the answer.</summary>
    public static FrameKind Kind(ReadOnlySpan<byte> frame) => frame.Length < 9 ? FrameKind.Other : frame[8] switch
    {
        (byte)'1' when frame.StartsWith("{\"type\":1,\"target\":\"message:new\""u8) => FrameKind.Heard,
        (byte)'3' => frame.IndexOf("\"success\":true"u8) >= 0 ? FrameKind.Acknowledged : FrameKind.Refused,
        _ => FrameKind.Other,
    };
}
