using System.Text;
using Stogram.Load.Reports;
using Stogram.Load.Servers;

namespace Stogram.Load.People;

/// <summary>A cast that is connected to one server.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource leaving = new();
    private readonly Talker[] talkers;
    private string? refusal;

    private Crowd(Venue venue, Cast cast)
    {
        (Venue, Cast) = (venue, cast);
        talkers = [.. cast.People.Select((_, place) => new Talker(this, place, cast.ChatOf(place)))];
    }

    public Venue Venue { get; }

    public Cast Cast { get; }

    public IReadOnlyList<Talker> Talkers => talkers;

    /// <summary>What is being measured; replaced for each measurement.</summary>
    public Meter Meter { get; set; } = new();

    public Action<int>? OnAcknowledged { get; set; }

    public Action<int>? OnHeard { get; set; }

    /// <summary>Deliveries since they met.</summary>
    public long Deliveries => talkers.Sum(talker => (long)talker.Acknowledged * talker.Chat.Members.Length);

    public int Lost => talkers.Sum(talker => talker.Gaps) + talkers.Sum(Missing);

    public int Duplicates => talkers.Sum(talker => talker.Duplicates);

    /// <summary>Said, and neither acknowledged nor refused yet.</summary>
    public int Unanswered => talkers.Sum(talker => talker.Unanswered);

    public static async Task<Crowd> Gather(Venue venue, Cast cast, CancellationToken cancellation)
    {
        var crowd = new Crowd(venue, cast);
        await Parallel.ForAsync(
            0, cast.People.Count, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
            async (place, stop) => await crowd.talkers[place].Connect(venue.Door(cast.People[place], cast.ChatOf(place)), stop));
        _ = crowd.KeepAlive();
        return crowd;
    }

    public void Acknowledged(MessageId id)
    {
        Meter.Acknowledged(id);
        OnAcknowledged?.Invoke(id.Sender);
    }

    public void Heard(MessageId id)
    {
        Meter.Heard(id);
        OnHeard?.Invoke(id.Sender);
    }

    public void Refused(int sender, ReadOnlySpan<byte> frame)
    {
        refusal ??= Encoding.UTF8.GetString(frame);
        OnAcknowledged?.Invoke(sender);
    }

    /// <summary>Waits until everybody has heard everything that was acknowledged; then what is missing is lost.</summary>
    public async Task Settle(CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + Patience;
        while (talkers.Any(talker => Missing(talker) > 0) && DateTime.UtcNow < until)
        {
            await Task.Delay(20, cancellation);
        }

        if (talkers.Any(talker => talker.Refused > 0))
        {
            throw new InvalidOperationException($"{Venue.Name} refused a message: {refusal}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        foreach (var talker in talkers)
        {
            await talker.Leave();
        }

        leaving.Dispose();
    }

    private int Missing(Talker listener) =>
        listener.Chat.Members.Sum(sender => talkers[sender].Acknowledged - listener.HeardOf(sender));

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync(leaving.Token))
        {
            foreach (var talker in talkers)
            {
                await talker.KeepAlive();
            }
        }
    }
}
