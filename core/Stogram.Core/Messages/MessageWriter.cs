using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Realtime;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>
/// Sends from all connections of a node come together here. Each lane commits whatever has arrived since its last
/// commit: batches grow with the load by themselves, and an idle server waits for nothing. A chat always has the same
/// lane, so its events leave in the order of <c>seq</c>.
/// </summary>
internal sealed class MessageWriter(
    StoreMessages store, Outbox outbox, IBus bus, TimeProvider time, ILogger<MessageWriter> log) : BackgroundService
{
    // Measured: one or two writers commit more than four, which wait for each other's chats.
    private const int Lanes = 2;

    private const int MostInBatch = 256;

    private const int MostWaiting = 8192;

    private readonly Channel<PendingSend>[] lanes =
        [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<PendingSend>(MostWaiting))];

    /// <summary>Completes once the message is committed or refused; null if too many are waiting already.</summary>
    public Task<StoredMessage>? Store(NewMessage message)
    {
        var pending = new PendingSend(message);
        var lane = lanes[(uint)message.ChatId.GetHashCode() % Lanes];
        return lane.Writer.TryWrite(pending) ? pending.Stored : null;
    }

    public override async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var lane in lanes)
        {
            lane.Writer.TryComplete();
        }

        // What was accepted is still committed: the lanes end when they are empty.
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellation);
    }

    protected override Task ExecuteAsync(CancellationToken cancellation) =>
        Task.WhenAll(lanes.Select(lane => Task.Run(() => Write(lane.Reader), CancellationToken.None)));

    private async Task Write(ChannelReader<PendingSend> lane)
    {
        var batch = new SendBatch(MostInBatch);
        while (batch.IsLeftOver || await lane.WaitToReadAsync())
        {
            await Commit(batch.Take(lane));
        }
    }

    private async Task Commit(IReadOnlyList<PendingSend> batch)
    {
        try
        {
            var stored = await store.Run([.. batch.Select(pending => pending.Message)], time.GetUtcNow(), CancellationToken.None);
            Finish(batch, stored);
        }
        catch (PostgresException e) when (batch.Count > 1 && !e.IsTransient)
        {
            log.LogWarning(e, "A batch of {Count} messages failed on its data; storing them one by one", batch.Count);
            foreach (var pending in batch)
            {
                await Commit([pending]);
            }
        }
        catch (PostgresException e) when (batch.Count == 1 && e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            // Its file went between being looked at and being linked.
            batch[0].Complete(new(StoreVerdict.UnknownFile, null));
        }
        catch (Exception e)
        {
            foreach (var pending in batch)
            {
                pending.Fail(e);
            }
        }
    }

    private void Finish(IReadOnlyList<PendingSend> batch, StoredMessage[] stored)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Complete(stored[i]);
        }

        var news = stored.Where(message => message.IsNew).Select(message => message.Message!)
            .OrderBy(message => message.ChatId).ThenBy(message => message.Seq).ToArray();
        foreach (var message in news)
        {
            // Not awaited: the bus keeps the order of what it is given, and a slow reader is the bus's to deal with.
            _ = bus.ToChat(message.ChatId, "message:new", message);
        }

        if (news.Length > 0)
        {
            outbox.Announce();
        }
    }
}
