using Stogram.Core.Shared;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

internal static class Callers
{
    public static PluginCaller Of(Caller caller) => new()
    {
        UserId = caller.UserId,
        OrganizationId = caller.OrganizationId,
        Role = (OrganizationRole)caller.Role,
    };

    public static RealtimeCaller Of(Caller caller, string connectionId) => new()
    {
        UserId = caller.UserId,
        OrganizationId = caller.OrganizationId,
        Role = (OrganizationRole)caller.Role,
        ConnectionId = connectionId,
    };
}
