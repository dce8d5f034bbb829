using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>People who chat and use a plugin without pause, and what they were answered.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _people = [];

    public ConcurrentBag<string> Refused { get; } = [];

    public ConcurrentDictionary<string, int> PluginAnswers { get; } = [];

    public int Sent;

    /// <summary>Chatting must not notice anything.</summary>
    public void Chat(TestPerson person, Guid chatId) => Keep(async () =>
    {
        var answer = await person.Send(chatId, "hello");
        if (answer.IsSuccess)
        {
            Interlocked.Increment(ref Sent);
        }
        else
        {
            Refused.Add(answer.Envelope.ToJsonString());
        }
    });

    public void Ask(TestPerson person, string path) => Keep(async () =>
    {
        using var response = await person.Http.GetAsync(path);
        var code = response.IsSuccessStatusCode
            ? ""
            : JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]!.GetValue<string>();
        var retry = response.Headers.RetryAfter is null ? "" : " Retry-After";
        PluginAnswers.AddOrUpdate($"{(int)response.StatusCode} {code}{retry}", 1, (_, count) => count + 1);
    });

    public async ValueTask DisposeAsync() => await Stop();

    public async Task Stop()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_people);
    }

    private void Keep(Func<Task> act) => _people.Add(Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            await act();
            await Task.Delay(5);
        }
    }));
}
