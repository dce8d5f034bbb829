namespace Stogram.Host.Realtime.Redis;

/// <summary>An event between nodes: who sent it, whom it is about, and the frame that sockets get, as it is.</summary>
internal readonly record struct Parcel(Guid Node, Guid About, ReadOnlyMemory<byte> Frame)
{
    private const int Head = 32;

    public byte[] Write()
    {
        var bytes = new byte[Head + Frame.Length];
        Node.TryWriteBytes(bytes);
        About.TryWriteBytes(bytes.AsSpan(16));
        Frame.CopyTo(bytes.AsMemory(Head));
        return bytes;
    }

    public static Parcel? Read(byte[] bytes) => bytes.Length < Head
        ? null
        : new(new(bytes.AsSpan(0, 16)), new(bytes.AsSpan(16, 16)), bytes.AsMemory(Head));
}
