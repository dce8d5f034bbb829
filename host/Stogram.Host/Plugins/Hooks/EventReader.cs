using Npgsql;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Activations;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>
/// Reads the outbox for one plugin. Of all nodes one reads, the one that holds the plugin's lock; it keeps the place
/// it has read to, so that whoever reads next goes on from there.
/// </summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    // Learning how far it is safe to read holds up every writer for an instant: not more often than this.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    private const long SaveEvery = 250;

    private readonly CancellationTokenSource stop = new();

    private readonly Activation activation;

    private readonly AwaitOutbox written;

    private readonly NpgsqlDataSource database;

    private readonly TellLost tellLost;

    private readonly DeliverEvent deliver;

    private readonly ILogger log;

    private Task running = Task.CompletedTask;

    public EventReader(
        Activation activation, Outbox outbox, NpgsqlDataSource database, TellLost tellLost, DeliverEvent deliver, ILogger log)
    {
        (this.activation, written, this.database) = (activation, new(outbox), database);
        (this.tellLost, this.deliver, this.log) = (tellLost, deliver, log);
    }

    public void Start()
    {
        // Nothing of the request that switched the plugin on may live on in here.
        using var cut = ExecutionContext.SuppressFlow();
        running = Task.Run(Run);
    }

    public async ValueTask DisposeAsync()
    {
        written.Dispose();
        await stop.CancelAsync();
        await running;
    }

    private async Task Run()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stop.Token);
                if (await EventSql.Take(connection, activation.Id, stop.Token))
                {
                    await Read(connection);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
            {
                log.LogWarning("Plugin {Plugin} cannot read events now: {Reason}", activation.Id, e.Message);
            }

            await Pause(TimeSpan.FromSeconds(1));
        }
    }

    private async Task Read(NpgsqlConnection connection)
    {
        try
        {
            var place = await EventSql.Place(connection, activation.Id, stop.Token);
            while (true)
            {
                await tellLost.Run(connection, activation, stop.Token);
                // Before waiting: whoever read before may have stopped in the middle of a row.
                place = await ReadTo(connection, place, await EventSql.SafePlace(connection, stop.Token));
                while (!await EventSql.HasMore(connection, place.Row, stop.Token))
                {
                    await written.Run(Idle, stop.Token);
                }

                await Task.Delay(Gather, stop.Token);
            }
        }
        finally
        {
            // Pooled connections keep their locks.
            await EventSql.Release(connection, activation.Id);
        }
    }

    private async Task<Place> ReadTo(NpgsqlConnection connection, Place place, long safe)
    {
        while (true)
        {
            var events = await EventSql.Events(connection, activation.Id, place, safe, stop.Token);
            var isAll = events.Count < EventSql.Batch;
            place = await Deliver(connection, place, events, isAll && safe >= place.Row ? Place.After(safe) : null);
            if (isAll)
            {
                return place;
            }
        }
    }

    private async Task<Place> Deliver(NpgsqlConnection connection, Place place, List<OutboxEvent> events, Place? end)
    {
        var saved = (Place: place, At: Environment.TickCount64);
        try
        {
            foreach (var one in events)
            {
                await deliver.Run(activation, one, stop.Token);
                place = one.Place;
                // Saving each would cost more than most handlers do; a crash repeats what was done since.
                if (Environment.TickCount64 - saved.At > SaveEvery)
                {
                    await EventSql.Save(connection, activation.Id, place);
                    saved = (place, Environment.TickCount64);
                }
            }

            place = end ?? place;
        }
        finally
        {
            if (place != saved.Place)
            {
                await EventSql.Save(connection, activation.Id, place);
            }
        }

        return place;
    }

    private async Task Pause(TimeSpan time) =>
        await Task.Delay(time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
