using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Previews;
using Stogram.Core.Realtime;
using Stogram.Core.Storage;
using Stogram.Core.Threads;

namespace Stogram.Core.Messages;

/// <summary>
/// Sends from all connections of a node come together here. Each lane commits whatever has arrived since its last
/// commit: batches grow with the load by themselves, and an idle server waits for nothing. A chat always has the same
/// lane, so its events leave in the order of <c>seq</c>; they are told while the next batch is committed.
/// </summary>
internal sealed class MessageWriter(
    StoreMessages store, Outbox outbox, IBus bus, PreviewQueue previews, TimeProvider time, ILogger<MessageWriter> log) : BackgroundService
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
        // One, so that a lane gets no further ahead of what people hear.
        var untold = Channel.CreateBounded<News>(1);
        var telling = Tell(untold.Reader);
        var batch = new SendBatch(MostInBatch);
        while (batch.IsLeftOver || await lane.WaitToReadAsync())
        {
            await Commit(batch.Take(lane), untold.Writer);
        }

        untold.Writer.Complete();
        await telling;
    }

    private async Task Commit(IReadOnlyList<PendingSend> batch, ChannelWriter<News> untold)
    {
        try
        {
            var stored = await store.Run([.. batch.Select(pending => pending.Message)], time.GetUtcNow(), CancellationToken.None);
            await Finish(batch, stored, untold);
        }
        catch (PostgresException e) when (batch.Count > 1 && !e.IsTransient)
        {
            log.LogWarning(e, "A batch of {Count} messages failed on its data; storing them one by one", batch.Count);
            foreach (var pending in batch)
            {
                await Commit([pending], untold);
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

    private async Task Finish(IReadOnlyList<PendingSend> batch, StoredBatch stored, ChannelWriter<News> untold)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Complete(stored.Messages[i]);
        }

        if (stored.Messages.Where(message => message.IsNew).Select(message => message.Message!).ToArray() is { Length: > 0 } news)
        {
            outbox.Announce();
            await untold.WriteAsync(new(news, stored.Threads));
        }
    }

    private async Task Tell(ChannelReader<News> untold)
    {
        await foreach (var news in untold.ReadAllAsync())
        {
            foreach (var chat in news.Messages.GroupBy(message => message.ChatId))
            {
                Tell(chat, news.Threads);
            }
        }
    }

    private void Tell(IGrouping<Guid, MessageView> chat, ThreadEvent[] threads)
    {
        try
        {
            // In the order of seq, as batches are. Not awaited: a slow reader is the bus's to deal with.
            _ = bus.ToChat(chat.Key, "message:new", [.. chat]);
            foreach (var message in chat)
            {
                previews.Look(message);
            }

            foreach (var thread in threads.Where(thread => thread.ChatId == chat.Key))
            {
                _ = bus.ToChat(chat.Key, "message:thread", thread);
            }
        }
        catch (Exception e)
        {
            // Clients find the gap and ask; a lane that no longer told would soon no longer commit.
            log.LogError(e, "What was said in {ChatId} could not be told", chat.Key);
        }
    }

    private sealed record News(MessageView[] Messages, ThreadEvent[] Threads);
}
