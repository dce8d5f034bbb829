using System.Threading.Channels;
using Npgsql;
using Stogram.Host.Startup;

namespace Stogram.Host.Realtime.Redis;

/// <summary>
/// Carries events between nodes while Redis is there, and keeps trying while it is not. Nobody waits for it: what
/// cannot be carried is dropped, and after a gap every node tells its sockets to sync.
/// </summary>
internal sealed class Relay(
    RedisSettings settings,
    Node node,
    LocalBus bus,
    Interest interest,
    SyncRequired sync,
    AcquaintancesHere acquaintances,
    NpgsqlDataSource database,
    ILogger<Relay> log) : BackgroundService
{
    public const string Acquaintances = "acquaintances";

    private const string Gap = "gap";

    private const int MostWaiting = 4096;

    private const int MostAtOnce = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Channel<(string Channel, byte[] Bytes)> outgoing =
        Channel.CreateBounded<(string, byte[])>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private volatile RedisLink? up;

    private volatile bool isDropping;

    private long heardMyselfAt;

    /// <summary>The link while it works.</summary>
    public RedisLink? Up => up;

    /// <summary>Keeps the order of the calls; drops where there is no way or too much waits.</summary>
    public void Send(string channel, Frame frame, Guid about = default)
    {
        if (up is null || !outgoing.Writer.TryWrite((channel, new Parcel(node.Id, about, frame.Bytes).Write())))
        {
            isDropping = true;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        // The first failure is said, and the first after it has worked; not every try in between.
        for (var isWell = true; !stopping.IsCancellationRequested;)
        {
            try
            {
                using var link = await RedisLink.Open(settings.ConnectionString, await Prefix(stopping));
                isWell = true;
                await Work(link, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The library's own words may name more of the connection string than its address.
                log.Log(
                    isWell ? LogLevel.Warning : LogLevel.Debug,
                    "Redis at {Address} cannot be used ({Error}): people on other nodes get events when they sync. Trying on",
                    settings.Address, e is OperationCanceledException ? "the connection broke" : e.GetType().Name);
                isWell = false;
            }

            await Task.Delay(Retry, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Work(RedisLink link, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, link.Broken);
        await Task.WhenAll(link.Subscribe(Acquaintances, Heard), link.Subscribe(Gap, Heard), link.Subscribe(Me, Heard)).WaitAsync(Patience, ended.Token);
        var following = interest.Follow(
            address => link.Subscribe(address, Heard).WaitAsync(Patience, ended.Token),
            address => link.Unsubscribe(address).WaitAsync(Patience, ended.Token),
            ended.Token);
        try
        {
            await interest.Settled().WaitAsync(ended.Token);
            log.LogInformation("Redis at {Address} carries events between nodes", settings.Address);
            // Before events flow again: whoever missed some must know, here and, of ours, elsewhere.
            isDropping = true;
            up = link;
            sync.TellAll();
            Interlocked.Exchange(ref heardMyselfAt, Environment.TickCount64);
            await await Task.WhenAny(following, Carry(link, ended.Token), Listen(link, ended.Token));
        }
        finally
        {
            up = null;
            await ended.CancelAsync();
            await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (outgoing.Reader.TryRead(out _))
            {
                // Too old to be of use when there is a way again.
            }
        }
    }

    private async Task Carry(RedisLink link, CancellationToken ended)
    {
        while (await outgoing.Reader.WaitToReadAsync(ended))
        {
            var sent = new List<Task>();
            while (sent.Count < MostAtOnce && outgoing.Reader.TryRead(out var one))
            {
                sent.Add(link.Publish(one.Channel, one.Bytes));
            }

            await Task.WhenAll(sent).WaitAsync(Patience, ended);
        }
    }

    /// <summary>A link works if what goes out comes in again: no other sign tells a slow server from a deaf one.</summary>
    private async Task Listen(RedisLink link, CancellationToken ended)
    {
        while (true)
        {
            if (isDropping)
            {
                isDropping = false;
                await link.Publish(Gap, new Parcel(node.Id, default, default).Write()).WaitAsync(Patience, ended);
            }

            await link.Publish(Me, new Parcel(node.Id, default, default).Write()).WaitAsync(Patience, ended);
            await Task.Delay(Beat, ended);
            if (Environment.TickCount64 - Interlocked.Read(ref heardMyselfAt) > Patience.TotalMilliseconds)
            {
                throw new TimeoutException("Nothing comes back.");
            }
        }
    }

    private void Heard(string channel, byte[] bytes)
    {
        if (Parcel.Read(bytes) is not { } parcel)
        {
            return;
        }

        if (channel == Me)
        {
            Interlocked.Exchange(ref heardMyselfAt, Environment.TickCount64);
        }
        else if (parcel.Node == node.Id)
        {
            // Delivered before it was sent.
        }
        else if (channel == Gap)
        {
            sync.TellAll();
        }
        else if (channel == Acquaintances)
        {
            acquaintances.Tell(parcel.About, new(parcel.Frame));
        }
        else
        {
            bus.Deliver(channel, new(parcel.Frame));
        }
    }

    private string Me => $"node:{node.Id}";

    /// <summary>Another Stogram on the same Redis, or a restored copy of this one's database, must hear nothing of ours.</summary>
    private async Task<string> Prefix(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select system_identifier || '.' || oid from pg_control_system(), pg_database where datname = current_database()");
        return $"stogram:{await command.ExecuteScalarAsync(cancellation)}:";
    }
}
