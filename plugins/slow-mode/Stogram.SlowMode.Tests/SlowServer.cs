using Stogram.Testing.Plugins;

namespace Stogram.SlowMode.Tests;

public sealed class SlowServer() : PluginServer("slow-mode")
{
    /// <summary>Ada's group, as slow as asked for.</summary>
    public async Task<Guid> Atrium(int seconds, params TestPerson[] others)
    {
        var chatId = await Ada.Group("Atrium", others);
        Assert.Equal(seconds, (int)(await Ada.Slow(chatId, seconds)).Data["seconds"]!);
        return chatId;
    }
}

internal static class SlowCalls
{
    public static Task<Answer> Put(this TestPerson person, string path, object body) =>
        person.Http.Call(HttpMethod.Put, path, body);

    public static Task<Answer> Slow(this TestPerson person, Guid chatId, object seconds) =>
        person.Put($"/api/slow-mode/{chatId}", new { seconds });

    public static Task<Answer> HowSlow(this TestPerson person, Guid chatId) => person.Get($"/api/slow-mode/{chatId}");

    /// <summary>The seconds a refusal says to wait; null where the message was taken.</summary>
    public static int? Wait(this Answer sent)
    {
        if (sent.IsSuccess)
        {
            return null;
        }

        Assert.Equal("REJECTED", sent.Code);
        Assert.Equal(("SLOW_MODE", "slow-mode"), ((string?)sent.Details!["code"], (string?)sent.Details["plugin"]));
        return (int)sent.Details["retryAfter"]!;
    }

    public static async Task<IEnumerable<string?>> Texts(this TestPerson person, Guid chatId) =>
        (await person.Get($"/api/messages/chat/{chatId}")).Data.AsArray().Select(message => (string?)message!["content"]).Reverse();
}
