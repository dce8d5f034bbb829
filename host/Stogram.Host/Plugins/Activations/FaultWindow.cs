namespace Stogram.Host.Plugins.Activations;

/// <summary>Counts what went wrong lately. Too much in too short a time, and the plugin is taken out.</summary>
internal sealed class FaultWindow(TimeProvider time)
{
    public const int Limit = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Queue<DateTimeOffset> faults = [];

    public int Total { get; private set; }

    public string? Last { get; private set; }

    /// <summary>True when this one was too many.</summary>
    public bool Add(string fault)
    {
        lock (faults)
        {
            var now = time.GetUtcNow();
            (Last, Total) = (fault, Total + 1);
            faults.Enqueue(now);
            while (now - faults.Peek() > Window)
            {
                faults.Dequeue();
            }

            return faults.Count >= Limit;
        }
    }
}
