using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Plugins;

namespace Stogram.SlowMode.Intervals;

internal static class IntervalRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/{chatId:guid}", (PluginCaller caller, Guid chatId, ReadInterval verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, cancellation)).WithSummary("How slow a chat is, and when I may write again");
        api.MapPut("/{chatId:guid}", (PluginCaller caller, Guid chatId, SetIntervalRequest request, SetInterval verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, request, cancellation)).WithSummary("Set a group's interval; 0 is off");
    }
}
