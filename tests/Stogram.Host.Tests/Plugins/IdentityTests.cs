using System.Reflection;
using System.Reflection.Emit;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Which assemblies are the server's and which a plugin's own, and what happens where they do not fit.</summary>
public sealed class IdentityTests(IdentityTests.Place place) : PluginScene(place), IClassFixture<IdentityTests.Place>
{
    [Fact]
    public async Task What_the_server_shares_is_the_servers_whatever_a_package_brings()
    {
        await _ada.On("probe");
        await _ada.Send(_atrium, "hello");

        await PluginCalls.Until(
            async () => (await _ada.Get($"/api/probe/seen/{_atrium}")).Data.ToJsonString() == "[1]", "it noted the message in its database");
    }

    [Fact]
    public async Task Two_plugins_have_each_its_own_version_of_a_library()
    {
        await _ada.On("first");
        await _ada.On("second");

        Assert.Equal("one", (await _ada.Get("/api/first/words")).Data.GetValue<string>());
        Assert.Equal("two", (await _ada.Get("/api/second/words")).Data.GetValue<string>());
    }

    [Theory]
    [InlineData("drifting", "MissingMethodException: Method not found: 'System.String Stogram.Plugins.Answer.Tomorrow()'")]
    [InlineData("lacking", "FileNotFoundException: Could not load file or assembly 'Words")]
    public async Task What_is_missing_when_it_is_called_is_a_fault_that_names_it(string id, string fault)
    {
        await _ada.On(id);

        Assert.Equal("INTERNAL", (await _ada.Get($"/api/{id}/words")).Code);

        var view = await _ada.Plugin(id);
        Assert.Equal("RUNNING", view["state"]!.GetValue<string>());
        Assert.Contains(fault, view["faults"]!["last"]!.GetValue<string>());
        Assert.Equal(200, (await _ada.Get($"/api/{id}/none")).Status);
    }

    private static void Write(PluginFolder plugins, string id, MethodBuilder words) =>
        ((PersistedAssemblyBuilder)words.Module.Assembly).Save(Path.Combine(plugins.AddTroubled(id), "Words.dll"));

    /// <summary>A library with one method, Words.Say.</summary>
    private static MethodBuilder Words(int version, Action<ILGenerator> say) =>
        Library(new("Words") { Version = new(version, 0, 0, 0) }, "Words", "Say", say);

    /// <summary>A method of the contract that only a later server has.</summary>
    private static MethodBuilder Tomorrow() =>
        Library(new("Stogram.Plugins") { Version = new(1, 0, 0, 0) }, "Stogram.Plugins.Answer", "Tomorrow", il => il.Emit(OpCodes.Ldnull));

    private static MethodBuilder Library(AssemblyName name, string type, string method, Action<ILGenerator> body)
    {
        var library = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        var made = library.DefineDynamicModule(name.Name!).DefineType(type, TypeAttributes.Public | TypeAttributes.Class);
        var only = made.DefineMethod(method, MethodAttributes.Public | MethodAttributes.Static, typeof(string), []);
        var il = only.GetILGenerator();
        body(il);
        il.Emit(OpCodes.Ret);
        made.CreateType();
        return only;
    }

    public sealed class Place() : PluginServer()
    {
        protected override void Pack(PluginFolder plugins)
        {
            Write(plugins, "first", Words(1, il => il.Emit(OpCodes.Ldstr, "one")));
            Write(plugins, "second", Words(2, il => il.Emit(OpCodes.Ldstr, "two")));
            Write(plugins, "drifting", Words(1, il => il.Emit(OpCodes.Call, Tomorrow())));
            plugins.AddTroubled("lacking");
            var probe = plugins.Add("probe", "probe");
            foreach (var name in new[] { "Npgsql", "Microsoft.Extensions.Logging.Abstractions", "System.Text.Json" })
            {
                File.WriteAllText(Path.Combine(probe, $"{name}.dll"), "whoever loads this fails");
            }
        }
    }
}
