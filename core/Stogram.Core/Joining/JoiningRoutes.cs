using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Joining;

internal static class JoiningRoutes
{
    public static void MapJoining(this IEndpointRouteBuilder api)
    {
        var join = api.MapGroup("/join").WithTags("Joining");
        join.MapPost("/", (Caller caller, LinkCodeRequest request, JoinChat verb, CancellationToken cancellation) =>
            verb.ByLink(caller, request, cancellation)).WithSummary("Come in by a link, or ask to");
        join.MapPost("/preview", (Caller caller, LinkCodeRequest request, PreviewLink verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("What a link leads to");

        var directory = api.MapGroup("/directory").WithTags("Joining");
        directory.MapGet("/", (Caller caller, [AsParameters] DirectoryRequest request, ReadDirectory verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Groups and channels that anybody here may find");
        directory.MapPost("/{id:guid}", (Caller caller, Guid id, JoinChat verb, CancellationToken cancellation) =>
            verb.FromDirectory(caller, id, cancellation)).WithSummary("Come in from the directory, or ask to");

        var links = api.MapGroup("/chats/{id:guid}/links").WithTags("Joining");
        links.MapGet("/", (Caller caller, Guid id, ManageLinks verb, CancellationToken cancellation) =>
            verb.List(caller, id, cancellation)).WithSummary("The links of a chat");
        links.MapPost("/", (Caller caller, Guid id, CreateLinkRequest request, CreateLink verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("A new link; it is shown this one time");
        links.MapDelete("/{linkId:guid}", (Caller caller, Guid id, Guid linkId, ManageLinks verb, CancellationToken cancellation) =>
            verb.Revoke(caller, id, linkId, cancellation)).WithSummary("Take a link back");

        var requests = api.MapGroup("/chats/{id:guid}/requests").WithTags("Joining");
        requests.MapGet("/", (Caller caller, Guid id, [AsParameters] PageRequest request, DecideRequest verb, CancellationToken cancellation) =>
            verb.List(caller, id, request, cancellation)).WithSummary("Who waits to be let in, by pages");
        requests.MapPost("/{userId:guid}", (Caller caller, Guid id, Guid userId, DecideRequest verb, CancellationToken cancellation) =>
            verb.Run(caller, id, userId, true, cancellation)).WithSummary("Let somebody in");
        requests.MapDelete("/{userId:guid}", (Caller caller, Guid id, Guid userId, DecideRequest verb, CancellationToken cancellation) =>
            verb.Run(caller, id, userId, false, cancellation)).WithSummary("Do not let somebody in");
    }
}
