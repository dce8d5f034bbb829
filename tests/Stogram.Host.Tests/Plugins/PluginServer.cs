using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>A server with plugins installed and off, and two people on it: for the tests of one class, or of several.</summary>
public abstract class PluginServer(params string[] plugins) : IAsyncLifetime
{
    private readonly PluginFolder _plugins = PluginFolder.With(plugins);

    public TestServer Server { get; private set; } = null!;

    /// <summary>Its owner and operator.</summary>
    public TestPerson Ada { get; private set; } = null!;

    public TestPerson Bo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Pack(_plugins);
        Server = await TestServer.Start(_plugins.Path);
        Ada = await Server.SignUp("ada");
        Bo = await Server.SignUp("bo");
    }

    /// <summary>It has another address then: they sign in anew.</summary>
    public async Task Restart(bool noPlugins = false)
    {
        await Server.Restart(noPlugins);
        Ada = await Server.SignIn("ada");
        Bo = await Server.SignIn("bo");
    }

    /// <summary>All is off again, in every organization, and nothing is left of what plugins were told or kept.</summary>
    public async Task Reset()
    {
        await Server.Query(
            """
            update core.organization_plugins set enabled = false, settings = '{}', changed_at = now();
            update core.plugins set quarantined = null;
            notify stogram_plugins;
            """);
        await PluginCalls.Until(async () => await IsOff(), "all is off");
        await Server.Query(
            """
            do $$ declare kept text; begin
              delete from core.chat_plugin_settings;
              delete from core.plugin_dead_letters;
              delete from core.plugin_jobs;
              for kept in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname like 'plugin\_%' loop
                execute 'truncate ' || kept;
              end loop;
            end $$
            """);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _plugins.Dispose();
    }

    /// <summary>For packages that have something changed in them.</summary>
    protected virtual void Pack(PluginFolder plugins)
    {
    }

    private async Task<bool> IsOff() =>
        Server.Services.GetRequiredService<InstalledPlugins>().All.All(plugin => plugin.Activation is null)
        && await Server.Query("select exists (select from core.plugin_nodes where state in ('RUNNING', 'DRAINING', 'STOPPING'))") is false;
}

public sealed class ProbeServer() : PluginServer("probe");

public sealed class TroubledServer() : PluginServer("troubled");
