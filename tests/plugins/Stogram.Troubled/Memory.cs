namespace Stogram.Troubled;

internal static class Memory
{
    private const int Megabyte = 1 << 20;

    private static readonly List<byte[]> Kept = [];

    /// <summary>A gigabyte, once, and never let go.</summary>
    public static async Task Hoard()
    {
        while (Kept.Count < 1024)
        {
            Kept.Add(new byte[Megabyte]);
            await Task.Yield();
        }
    }

    /// <summary>Twice as much, of which nothing stays.</summary>
    public static async Task Litter()
    {
        for (var i = 0; i < 2048; i++)
        {
            GC.KeepAlive(new byte[Megabyte]);
            await Task.Yield();
        }
    }
}
