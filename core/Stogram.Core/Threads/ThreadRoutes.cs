using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Threads;

internal static class ThreadRoutes
{
    public static void MapThreads(this IEndpointRouteBuilder api) =>
        api.MapPost("/chats/{id:guid}/threads/{thread:long}/read", (Caller caller, Guid id, long thread, MarkReadRequest request, MarkThread verb, CancellationToken cancellation) =>
            verb.Run(caller, new(id, thread, request.Seq), cancellation)).WithTags("Threads").WithSummary("Move my mark in a thread or a topic forward");
}
