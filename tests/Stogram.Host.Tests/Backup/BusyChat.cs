using System.Collections.Concurrent;

namespace Stogram.Host.Tests.Backup;

/// <summary>A chat in which people send, upload and delete without pause.</summary>
internal sealed class BusyChat(Ada ada, Guid chatId)
{
    private const int People = 6;

    private readonly CancellationTokenSource _enough = new();
    private readonly ConcurrentQueue<Guid> _sent = [];
    private Task[] _people = [];

    public Guid Id => chatId;

    /// <summary>Acknowledged before <see cref="Begin"/> returned.</summary>
    public Guid[] Before { get; private set; } = [];

    public int Sent => _sent.Count;

    public static async Task<BusyChat> Begin(Ada ada)
    {
        var chat = new BusyChat(ada, await ada.Group("Atrium"));
        chat._people = [.. Enumerable.Range(0, People).Select(_ => Task.Run(chat.Chat))];
        while (chat.Sent < 100)
        {
            await Task.Delay(20);
        }

        chat.Before = [.. chat._sent];
        return chat;
    }

    public async Task End()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_people);
    }

    private async Task Chat()
    {
        for (var turn = 0; !_enough.IsCancellationRequested; turn++)
        {
            var file = await ada.Upload($"Note {turn}");
            _sent.Enqueue(await ada.Send(chatId, "With a note", file));
            var brief = await ada.Send(chatId, "Not for long", await ada.Upload("Note for a moment"));
            _sent.Enqueue(brief);
            await ada.Delete(brief);
        }
    }
}
