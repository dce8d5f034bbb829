using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A package's way from the database into a node's folder.</summary>
public sealed class PackageVaultTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private TestServer _there = null!;
    private TestPerson _ada = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.Start();
        _ada = await _server.SignUp("ada");
        Assert.True((await _ada.Upload(TestPackages.Zip("bystander", "1.0.0"))).IsSuccess);
        // Which has not unpacked it yet.
        _there = await _server.AnotherNode();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Whoever_unpack_it_at_once_get_the_same_files_and_none_is_replaced()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Unpack()));
        var placed = Directory.GetLastWriteTimeUtc(all[0]!.Folder);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Unpack()));

        Assert.Single(all.Select(package => package!.Folder).Distinct());
        Assert.Equal(all[0]!.Hash, HashFolder.Of(all[0]!.Folder));
        Assert.Equal(placed, Directory.GetLastWriteTimeUtc(all[0]!.Folder));
        Assert.Equal([all[0]!.Folder], Directory.EnumerateDirectories(Path.GetDirectoryName(all[0]!.Folder)!));
    }

    [Fact]
    public async Task What_a_package_that_was_thrown_away_left_in_its_place_is_replaced()
    {
        var folder = (await Unpack())!.Folder;
        File.WriteAllText(Path.Combine(folder, "other.txt"), "other");

        var package = await Unpack();

        Assert.Equal(package!.Hash, HashFolder.Of(folder));
    }

    [Fact]
    public async Task One_that_cannot_be_unpacked_is_tried_once_until_it_is_another_file()
    {
        await _server.Query("create table core.spare as select zip from core.plugin_packages; update core.plugin_packages set zip = 'broken'");

        var first = await Assert.ThrowsAsync<ManifestException>(Unpack);
        var second = await Assert.ThrowsAsync<ManifestException>(Unpack);
        using var adaThere = await _there.SignIn("ada");
        Assert.Null(await adaThere.ServerPlugin("bystander"));
        var refused = await adaThere.Install("bystander", "1.0.0");
        await _server.Query("update core.plugin_packages set zip = (select zip from core.spare)");

        Assert.Same(first, second);
        Assert.Equal("The file is not a zip, or it is damaged.", (string?)refused.Details!["version"]);
        Assert.NotNull(await Unpack());
        Assert.NotNull(await adaThere.ServerPlugin("bystander"));
    }

    private Task<PluginPackage?> Unpack() =>
        Task.Run(() => _there.Services.GetRequiredService<PackageVault>().Unpack("bystander", "1.0.0", CancellationToken.None));
}
