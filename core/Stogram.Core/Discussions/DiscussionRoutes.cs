using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Joining;
using Stogram.Core.Shared;

namespace Stogram.Core.Discussions;

internal static class DiscussionRoutes
{
    public static void MapDiscussions(this IEndpointRouteBuilder api)
    {
        var discussion = api.MapGroup("/chats/{id:guid}/discussion").WithTags("Discussions");
        discussion.MapGet("/", (Caller caller, Guid id, ReadDiscussion verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("The group in which a channel is discussed; of such a group its channel");
        discussion.MapPut("/", (Caller caller, Guid id, LinkDiscussionRequest request, LinkDiscussion verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Let a channel's posts be discussed in a group");
        discussion.MapDelete("/", (Caller caller, Guid id, LinkDiscussion verb, CancellationToken cancellation) =>
            verb.End(caller, id, cancellation)).WithSummary("Part a channel and its discussion; what was said stays");
        discussion.MapPost("/join", (Caller caller, Guid id, JoinChat verb, CancellationToken cancellation) =>
            verb.FromChannel(caller, id, cancellation)).WithSummary("Come from a channel into its discussion, or ask to");
    }
}
