using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

internal static class Permissions
{
    public static void Demand(PluginInfo info, string permission, string what)
    {
        if (!info.Permissions.Contains(permission))
        {
            throw new UndeclaredException(what, $"\"permissions\": [\"{permission}\"]");
        }
    }
}
