using Stogram.Host.Postgres;
using Stogram.Testing;
using Stogram.Testing.Postgres;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What <c>dotnet new stogram-plugin</c> makes, outside of this repository and under a name of its own.</summary>
[Collection(AloneCollection.Name)]
public sealed class TemplateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-author-");

    private string Home => Path.Combine(_folder.FullName, "Lunch.Votes");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_plugin_builds_passes_its_tests_and_runs_on_a_server_until_it_is_switched_off()
    {
        await Run(Repository.Path("stogram"), "pack");
        var hive = Path.Combine(_folder.FullName, "hive");
        await Run("dotnet", "new", "install", Repository.Path("plugin-template"), "--debug:custom-hive", hive);
        await Run(
            "dotnet", "new", "stogram-plugin", "-n", "Lunch.Votes", "-o", Home, "--feed", Repository.Path("artifacts", "packages"), "--debug:custom-hive", hive);
        await Run("env", $"STOGRAM_TEST_POSTGRES={await TestPostgres.ConnectionString}", "dotnet", "test", Home, "--disable-build-servers");

        await Use(File.ReadAllBytes(Path.Combine(Home, "artifacts", "plugins", "lunch-votes", "lunch-votes-1.0.0.zip")));
    }

    private static async Task Use(byte[] zip)
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        var chatId = await ada.Group("atrium");
        Assert.True((await ada.Bring(zip)).IsSuccess);
        await ada.On("lunch-votes");
        await using (var hub = await ada.Connect())
        {
            var id = Guid.CreateVersion7();
            await hub.Dispatch("lunch-votes:ask", new { chatId, id, question = "Where to?", options = new[] { "Park", "Lake" } });
            await hub.Dispatch("lunch-votes:vote", new { chatId, id, option = 2 });
            Assert.Equal("[0,1]", (await hub.Next("lunch-votes:changed"))["votes"]!.ToJsonString());
        }

        await ada.Switch("lunch-votes", false);
        await ada.Until("lunch-votes", "UNLOADED");
    }

    private static async Task Run(params string[] command)
    {
        var (code, output) = await Tool.Run(command);
        Assert.True(code == 0, $"{string.Join(' ', command)}\n{output}");
    }
}
