using Stogram.Testing;

namespace Stogram.SlowMode.Tests;

/// <summary>The real host with the built package; Ada, its owner, has switched slow mode on.</summary>
public sealed class SlowServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start(Repository.Path("artifacts", "plugins"));
        Ada = await Server.SignUp("ada");
        await Switch(true);
    }

    public async Task DisposeAsync()
    {
        Ada.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Somebody new, with a name nobody has yet.</summary>
    public Task<TestPerson> Somebody(string name = "bo", string? organization = null) =>
        Server.SignUp($"{name}_{Guid.NewGuid():n}"[..20], organization);

    /// <summary>Ada's group, as slow as asked for.</summary>
    public async Task<Guid> Atrium(int seconds, params TestPerson[] others)
    {
        var chatId = await Ada.Group("Atrium", others);
        Assert.Equal(seconds, (int)(await Ada.Slow(chatId, seconds)).Data["seconds"]!);
        return chatId;
    }

    public async Task Switch(bool enabled, TestPerson? admin = null)
    {
        var switched = await (admin ?? Ada).Put("/api/admin/plugins/slow-mode", new { enabled });
        Assert.True((bool)switched.Data["enabled"]! == enabled, switched.Envelope.ToJsonString());
        Assert.True(!enabled || (string?)switched.Data["state"] == "RUNNING", switched.Envelope.ToJsonString());
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
