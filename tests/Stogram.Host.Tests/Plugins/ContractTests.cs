using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Stogram.Host.Plugins.Loading;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>
/// A plugin built against the contract as it was released runs on the contract as it is: <c>tests/plugins/kept</c> says how
/// its package was made, and when it is made anew.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class ContractTests
{
    private static readonly byte[] Kept = File.ReadAllBytes(Repository.Path("tests", "plugins", "kept", "probe-0.1.0.zip"));

    [Fact]
    public void Nothing_that_it_was_built_with_is_gone()
    {
        var folder = Directory.CreateTempSubdirectory("stogram-kept-");
        ZipFile.ExtractToDirectory(new MemoryStream(Kept), folder.FullName);

        Assert.Equal([], Breaks(Path.Combine(folder.FullName, "Stogram.Probe.dll")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_runs_and_leaves_memory()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        var atrium = await ada.Group("atrium");
        Assert.True((await ada.Bring(Kept)).IsSuccess);
        await ada.On("probe");
        await using (var hub = await ada.Connect())
        {
            Assert.True((await hub.Dispatch("probe:ping", new { text = "a" })).IsSuccess);
        }

        Assert.True((await ada.Post($"/api/probe/say/{atrium}", new { text = "a" })).IsSuccess);
        Assert.True((await ada.Get($"/api/probe/role/{atrium}")).IsSuccess);

        await ada.Switch("probe", false);
        await ada.Until("probe", "UNLOADED");
    }

    // A method of its own: what it loads is to be let go.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<string> Breaks(string path)
    {
        var context = new PluginLoadContext(path, "kept");
        try
        {
            var assembly = context.LoadFromAssemblyPath(path);
            assembly.GetTypes();
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            return
            [
                .. metadata.TypeReferences.Select(type => Fault<TypeLoadException>(() => assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(type))))
                    .OfType<string>(),
                // Whether its types are there is known; those that a generic one is used with here may not suit it.
                .. metadata.MemberReferences.Select(member => Fault<MissingMemberException>(() => Resolve(assembly, MetadataTokens.GetToken(member))))
                    .OfType<string>(),
            ];
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Resolve(Assembly assembly, int member)
    {
        Type[] any = [typeof(object), typeof(object), typeof(object), typeof(object)];
        try
        {
            assembly.ManifestModule.ResolveMember(member, any, any);
        }
        catch (TypeLoadException e) when (e.Message.StartsWith("GenericArguments", StringComparison.Ordinal))
        {
            // It is there.
        }
    }

    private static string? Fault<T>(Action resolve)
        where T : Exception
    {
        try
        {
            resolve();
            return null;
        }
        catch (T e)
        {
            return e.Message;
        }
    }
}
