using System.Diagnostics;
using Stogram.Load.People;

namespace Stogram.Load.Reports;

/// <summary>Counts what happens between start and stop, and how long it took.</summary>
internal sealed class Meter
{
    private readonly Latencies acknowledgements = new();
    private readonly Latencies deliveries = new();
    private long from = long.MaxValue;
    private long to = long.MaxValue;
    private long acknowledged;
    private long heard;

    public double Seconds => Stopwatch.GetElapsedTime(from, to).TotalSeconds;

    public long Messages => acknowledged;

    public long Deliveries => heard;

    public Percentiles Acknowledgements => acknowledgements.Read();

    public Percentiles DeliveryTimes => deliveries.Read();

    public void Start() => Volatile.Write(ref from, Stopwatch.GetTimestamp());

    public void Stop() => Volatile.Write(ref to, Stopwatch.GetTimestamp());

    public void Acknowledged(MessageId id) => Count(id, ref acknowledged, acknowledgements);

    public void Heard(MessageId id) => Count(id, ref heard, deliveries);

    private void Count(MessageId id, ref long count, Latencies latencies)
    {
        var now = Stopwatch.GetTimestamp();
        if (now < Volatile.Read(ref from))
        {
            return;
        }

        if (now < Volatile.Read(ref to))
        {
            Interlocked.Increment(ref count);
        }

        // What was due in time counts although it came late, or a server that stalls would look fast.
        if (id.At >= Volatile.Read(ref from) && id.At < Volatile.Read(ref to))
        {
            latencies.Add(now - id.At);
        }
    }
}
