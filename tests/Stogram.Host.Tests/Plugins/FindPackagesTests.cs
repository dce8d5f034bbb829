using Microsoft.Extensions.Logging.Abstractions;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Tests.Plugins;

public sealed class FindPackagesTests : IDisposable
{
    private readonly PluginFolder _plugins = PluginFolder.With("greeter", "bystander");
    private readonly FindPackages _find;

    public FindPackagesTests() => _find = new(new(_plugins.Path, null, SafeMode: false), NullLogger<FindPackages>.Instance);

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void A_package_that_lies_there_unchanged_is_read_once()
    {
        var first = _find.All("greeter").Single();

        Assert.Same(first, _find.All("greeter").Single());
        Assert.Same(first, _find.Find("greeter", first.Info.Version));
    }

    [Fact]
    public void One_that_was_changed_is_read_anew_and_one_that_broke_is_passed_over()
    {
        var first = _find.All("greeter").Single();
        var other = _find.All("bystander").Single();

        File.AppendAllText(first.EntryPath, "more");
        File.WriteAllText(Path.Combine(other.Folder, "plugin.json"), "{}");

        Assert.NotEqual(first.Hash, _find.All("greeter").Single().Hash);
        Assert.Empty(_find.All("bystander"));
    }
}
