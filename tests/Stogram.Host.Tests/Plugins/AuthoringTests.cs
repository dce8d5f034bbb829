using System.Collections.Concurrent;
using Stogram.Host.Plugins.Authoring;
using Stogram.Host.Startup;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A plugin that is written while the server runs: what <c>./stogram dev</c> does.</summary>
[Collection(AloneCollection.Name)]
public sealed class AuthoringTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-author-");
    private readonly ConcurrentQueue<string> _said = new();
    private TestServer _server = null!;
    private TestPerson _ada = null!;
    private Guid _atrium;

    private string Code => Path.Combine(_folder.FullName, "Stogram.Greeter", "RefuseWord.cs");

    public async Task InitializeAsync()
    {
        CopyGreeter();
        _server = await TestServer.Start(writing: _folder.FullName, say: _said.Enqueue);
        await PluginCalls.Until(() => Task.FromResult(_said.Any(line => line.Contains("is built. It is off"))), "it is built while nobody is there yet");
        _ada = await _server.SignUp("ada");
        _atrium = await _ada.Group("atrium");
        await _ada.Until("greeter", "RUNNING");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_saved_answers_soon_and_what_does_not_build_leaves_the_last_one_running()
    {
        Assert.Equal("WORD_REFUSED", await Refusal());

        Edit(Code, "WORD_REFUSED", "WORD_UNWANTED");
        await PluginCalls.Until(async () => await Refusal() == "WORD_UNWANTED", "the new code answers");

        Edit(Code, "Verdict.Pass", "Verdict.Passs");
        await PluginCalls.Until(() => Task.FromResult(_said.Any(line => line.Contains("goes on"))), "its author is told");
        Assert.Contains(_said, line => line.Contains("RefuseWord.cs(") && line.Contains("error CS0117"));
        Assert.DoesNotContain(_said, line => line.Contains(_folder.FullName));
        Assert.Equal("WORD_UNWANTED", await Refusal());

        Edit(Code, "Verdict.Passs", "Verdict.Pass");
        Edit(Path.Combine(_folder.FullName, "web", "greeter.js"), "Messages counted", "Messages so far");
        await PluginCalls.Until(async () => (await Module()).Contains("Messages so far"), "the new web half is served");
        Assert.True((await _ada.Send(_atrium, "Hello")).IsSuccess);
    }

    [Fact]
    public async Task What_is_saved_after_a_long_quiet_is_noticed()
    {
        using var source = new WatchSource(_folder.FullName);
        for (var round = 0; round < 50; round++)
        {
            Assert.Empty(await source.Next(TimeSpan.FromMilliseconds(5), CancellationToken.None));
        }

        Edit(Code, "Please say", "Do say");

        Assert.Equal(["Stogram.Greeter/RefuseWord.cs"], await source.Next(TimeSpan.FromSeconds(20), CancellationToken.None));
    }

    [Fact]
    public void Where_there_is_no_plugin_it_says_so() =>
        Assert.Contains("There is no plugin.json in", Assert.Throws<StartupError>(() => DevPlugin.In(Path.GetTempPath(), _ => { })).Message);

    private async Task<string?> Refusal() => (await _ada.Send(_atrium, "What a bother")).Details?["code"]?.GetValue<string>();

    private async Task<string> Module()
    {
        var greeter = (await _ada.Get("/api/plugins")).Data.AsArray().Single()!;
        return await _ada.Http.GetStringAsync(greeter["web"]!["module"]!.GetValue<string>());
    }

    private static void Edit(string file, string from, string to) => File.WriteAllText(file, File.ReadAllText(file).Replace(from, to));

    private void CopyGreeter()
    {
        var source = Repository.Path("tests", "plugins", "Stogram.Greeter");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(source, file).StartsWith("bin/") && !Path.GetRelativePath(source, file).StartsWith("obj/")))
        {
            var isCode = Path.GetExtension(file) == ".cs";
            var copy = Path.Combine(_folder.FullName, isCode ? "Stogram.Greeter" : "", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Delete(Path.Combine(_folder.FullName, "Stogram.Greeter.csproj"));
        var build = Repository.Path("core", "Stogram.Plugins", "build");
        File.WriteAllText(
            Path.Combine(_folder.FullName, "Stogram.Greeter", "Stogram.Greeter.csproj"),
            $"""
             <Project Sdk="Microsoft.NET.Sdk">
               <Import Project="{build}/Stogram.Plugins.props" />
               <PropertyGroup>
                 <TargetFramework>net10.0</TargetFramework>
                 <Nullable>enable</Nullable>
                 <ImplicitUsings>enable</ImplicitUsings>
               </PropertyGroup>
               <ItemGroup>
                 <FrameworkReference Include="Microsoft.AspNetCore.App" />
                 <Reference Include="{AppContext.BaseDirectory}Stogram.Plugins.dll" Private="false" />
                 <Reference Include="{AppContext.BaseDirectory}Npgsql.dll" Private="false" />
               </ItemGroup>
               <Import Project="{build}/Stogram.Plugins.targets" />
             </Project>
             """);
    }
}
