using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stogram.Core.Messages;

namespace Stogram.Core.Previews;

/// <summary>
/// Messages with a link that was not looked at yet, after their commit. A preview is an ornament: what a crash or too
/// long a queue takes is not made up for.
/// </summary>
internal sealed class PreviewQueue(IServiceScopeFactory scopes, ILogger<PreviewQueue> log) : BackgroundService
{
    private const int Workers = 4;

    private const int MostWaiting = 1_000;

    private readonly Channel<(Guid ChatId, Guid Id)> waiting = Channel.CreateBounded<(Guid, Guid)>(MostWaiting);

    public void Look(MessageView message)
    {
        if (message is { Preview: null, HidesPreview: false, Type: MessageTypes.Text } && FirstLink.MayBeIn(message.Content))
        {
            waiting.Writer.TryWrite((message.ChatId, message.Id));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => Work(stop), CancellationToken.None)));

    private async Task Work(CancellationToken stop)
    {
        try
        {
            await foreach (var (chatId, id) in waiting.Reader.ReadAllAsync(stop))
            {
                await Show(chatId, id, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Show(Guid chatId, Guid id, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ShowPreview>().Run(chatId, id, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(e, "A message stays without a preview");
        }
    }
}
