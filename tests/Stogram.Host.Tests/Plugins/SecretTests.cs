using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A secret setting is known to the plugin, and told to nobody again.</summary>
[Collection(ProbeCollection.Name)]
public sealed class SecretTests(ProbeServer place) : PluginScene(place)
{
    private const string Settings = "/api/admin/plugins/probe/settings";
    private const string Secret = "correct horse";

    [Fact]
    public async Task It_is_sealed_where_it_is_stored_and_hidden_where_it_is_shown()
    {
        await _ada.On("probe");

        var saved = await _ada.Put(Settings, new { greeting = "hi", token = Secret });

        var mask = saved.Data["values"]!["token"]!.GetValue<string>();
        Assert.DoesNotContain(Secret, saved.Envelope.ToJsonString());
        Assert.DoesNotContain(Secret, (await _ada.Get(Settings)).Envelope.ToJsonString());
        Assert.DoesNotContain("token", (await _ada.Get("/api/plugins")).Envelope.ToJsonString());
        Assert.Equal(false, await _server.Query($"select exists (select from core.organization_plugins where settings::text like '%{Secret}%')"));
        Assert.Equal(Secret, (await _bo.Get("/api/probe/token")).Data.GetValue<string>());

        await _ada.Put(Settings, new { greeting = "hello", token = mask });
        Assert.Equal(Secret, (await _bo.Get("/api/probe/token")).Data.GetValue<string>());
        await Restart();
        await PluginCalls.Until(async () => (await _ada.Get("/api/probe/token")).IsSuccess, "it is open here again");
        Assert.Equal(Secret, (await _ada.Get("/api/probe/token")).Data.GetValue<string>());

        await _ada.Put(Settings, new { greeting = "hello" });
        Assert.Equal("none", (await _ada.Get("/api/probe/token")).Data.GetValue<string>());
    }

    [Fact]
    public async Task It_is_written_into_no_log_whoever_is_refused_with_it()
    {
        await _ada.On("probe");
        await _ada.Put(Settings, new { token = Secret });
        await _ada.Put(Settings, new { token = Secret, seconds = -1 });
        await _bo.Put(Settings, new { token = Secret });
        await _bo.Get("/api/probe/throw");

        var health = await _ada.Get("/api/admin/plugins/probe/health");
        await Restart();
        var log = string.Concat(Directory.EnumerateFiles(Path.Combine(_server.DataFolder, "log")).Select(Read));

        Assert.Contains("Plugin probe", log);
        Assert.DoesNotContain(Secret, log + health.Envelope.ToJsonString());
    }

    [Fact]
    public async Task It_is_checked_as_it_is_and_not_as_it_is_stored()
    {
        var refused = await _ada.Put(Settings, new { token = "short" });

        Assert.Equal("At least 10 characters.", refused.Details!["token"]!.GetValue<string>());
    }

    // The server that runs now writes on in it.
    private static string Read(string log)
    {
        using var reader = new StreamReader(File.Open(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
