using Npgsql;
using Stogram.Core.Realtime;

namespace Stogram.Host.Realtime;

/// <summary>
/// Follows membership and session changes of all nodes: on notice, and by looking. When it could not look
/// for longer than the gate trusts, it reads everything anew before anything is delivered again.
/// </summary>
internal sealed class ControlTail(
    NpgsqlDataSource database, LookAgain look, ControlGate gate, SyncRequired sync, TimeProvider time, ILogger<ControlTail> log)
    : BackgroundService
{
    /// <summary>Three looks may fail, or come late on a busy machine, before the gate closes.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);

    /// <summary>The node that made a change applies it itself; whoever is quicker would only do its work twice.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan TrimEvery = TimeSpan.FromMinutes(1);

    /// <summary>The snapshot up to which changes are applied here.</summary>
    private string place = "";

    private bool isWell = true;

    private long trimmedAt = time.GetTimestamp();

    public override async Task StartAsync(CancellationToken cancellation)
    {
        // Before the first socket, so that no change falls between its reading and ours.
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            var at = time.GetTimestamp();
            place = await ControlLog.Now(connection, cancellation);
            gate.Read(at);
        }

        await base.StartAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Follow(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, it must be tried again: nothing is delivered without it.
                log.Log(isWell ? LogLevel.Warning : LogLevel.Debug, "Memberships cannot be followed now: {Reason}", e.Message);
                isWell = false;
            }

            await Task.Delay(Retry, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ControlLog.Listen(connection, cancellation);
        while (true)
        {
            await Look(connection, cancellation);
            if (time.GetElapsedTime(trimmedAt) > TrimEvery)
            {
                await ControlLog.Trim(connection, cancellation);
                trimmedAt = time.GetTimestamp();
            }

            if (await connection.WaitAsync(Poll, cancellation))
            {
                await Task.Delay(Gather, cancellation);
            }
        }
    }

    private async Task Look(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var wasTrusted = gate.IsTrusted;
        if (!wasTrusted)
        {
            var now = await ControlLog.Now(connection, cancellation);
            await look.AtAll(cancellation);
            place = now;
        }

        var at = time.GetTimestamp();
        var news = await ControlLog.Since(connection, place, cancellation);
        await look.AtSome(news.Rows, cancellation);
        place = news.Snapshot;
        gate.Read(at);
        isWell = true;
        if (!wasTrusted)
        {
            log.LogWarning("Memberships and sessions were read anew after a break");
            sync.TellAll();
        }
    }
}
