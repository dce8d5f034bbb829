using Microsoft.AspNetCore.DataProtection;
using Stogram.Core;

namespace Stogram.Host.Startup;

/// <summary>The core for a command of one moment, beside a server that may be running: nothing serves, nothing listens.</summary>
internal static class CoreBeside
{
    public static ServiceProvider Server(HostSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStogramCore(OpenDatabase.With(settings.ConnectionString), settings.ForCore(TimeProvider.System));
        // Links must be good for the server, which would not know of a key that is made here.
        services.AddDataProtection().SetApplicationName("stogram").DisableAutomaticKeyGeneration()
            .PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));
        return services.BuildServiceProvider();
    }
}
