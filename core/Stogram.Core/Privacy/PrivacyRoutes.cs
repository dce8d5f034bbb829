using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Privacy;

internal static class PrivacyRoutes
{
    public static void MapPrivacy(this IEndpointRouteBuilder api)
    {
        var privacy = api.MapGroup("/users/me/privacy").WithTags("Privacy");
        privacy.MapGet("", (Caller caller, OwnPrivacy verb, CancellationToken cancellation) =>
            verb.Read(caller, cancellation)).WithSummary("Who sees what of me, and who may write to me");
        privacy.MapPatch("", (Caller caller, ChangePrivacyRequest request, ChangePrivacy verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Change it; what is left out stays");

        var blocks = api.MapGroup("/blocks").WithTags("Privacy");
        blocks.MapGet("", (Caller caller, BlockPeople verb, CancellationToken cancellation) =>
            verb.List(caller, cancellation)).WithSummary("Whom I have blocked, the last first");
        blocks.MapPut("/{userId:guid}", (Caller caller, Guid userId, BlockPeople verb, CancellationToken cancellation) =>
            verb.Block(caller, userId, cancellation)).WithSummary("Block somebody");
        blocks.MapDelete("/{userId:guid}", (Caller caller, Guid userId, BlockPeople verb, CancellationToken cancellation) =>
            verb.Unblock(caller, userId, cancellation)).WithSummary("Unblock somebody");
    }
}
