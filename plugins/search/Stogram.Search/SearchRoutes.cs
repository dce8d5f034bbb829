using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Plugins;
using Stogram.Search.Asking;
using Stogram.Search.Feeding;
using Stogram.Search.Finding;

namespace Stogram.Search;

internal static class SearchRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/", (PluginCaller caller, [AsParameters] SearchParameters asked, RunSearch verb, CancellationToken cancellation) =>
            verb.Run(caller, asked, cancellation)).WithSummary("Messages, chats and people that I may see");
        api.MapGet("/day/{chatId:guid}", (PluginCaller caller, Guid chatId, string? on, string? zone, FindDay verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, on, zone, cancellation)).WithSummary("Where a day begins in a chat");
        api.MapGet("/index", (PluginCaller caller, ReadProgress verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("How much of the organization is in the index");
        api.MapPost("/index/rebuild", (PluginCaller caller, Rebuild verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Make the organization's index anew");
    }
}
