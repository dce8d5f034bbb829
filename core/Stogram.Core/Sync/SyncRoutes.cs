using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Sync;

internal static class SyncRoutes
{
    public static void MapSync(this IEndpointRouteBuilder api) =>
        api.MapPost("/sync", (Caller caller, SyncRequest request, SyncChats verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithTags("Sync").WithSummary("What changed since I last asked");
}
