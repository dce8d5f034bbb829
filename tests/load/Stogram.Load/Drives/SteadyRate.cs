using System.Diagnostics;
using Stogram.Load.People;

namespace Stogram.Load.Drives;

/// <summary>People talk in turn at a given rate, whether or not the server keeps up.</summary>
internal sealed class SteadyRate(Crowd crowd, int perSecond)
{
    private readonly double gap = (double)Stopwatch.Frequency / perSecond;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly long before = crowd.Talkers.Sum(talker => (long)talker.Acknowledged);
    private long said;

    /// <summary>True if it kept up: nothing was left lying for more than <paramref name="patience"/>.</summary>
    public async Task<bool> Talk(TimeSpan time, TimeSpan patience, CancellationToken cancellation)
    {
        var from = Stopwatch.GetTimestamp();
        var unheard = (perSecond * patience.TotalSeconds) + 1;
        while (Stopwatch.GetElapsedTime(from) < time)
        {
            SayWhatIsDue();
            if (said - (crowd.Talkers.Sum(talker => (long)talker.Acknowledged) - before) > unheard)
            {
                return false;
            }

            await Task.Delay(1, cancellation);
        }

        return true;
    }

    private void SayWhatIsDue()
    {
        while (start + (long)(said * gap) is var due && due <= Stopwatch.GetTimestamp())
        {
            crowd.Talkers[(int)(said++ % crowd.Talkers.Count)].Say(due);
        }
    }
}
