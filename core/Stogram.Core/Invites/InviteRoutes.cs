using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Invites;

internal static class InviteRoutes
{
    public static void MapInvites(this IEndpointRouteBuilder api)
    {
        var invites = api.MapGroup("/admin/invites").WithTags("Administration");
        invites.MapGet("", (Caller caller, ListInvites verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Invitations that are still good, and used-up ones of the last 30 days");
        invites.MapPost("", (Caller caller, CreateInviteRequest request, CreateInvite verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Invite people; the link is shown this one time");
        invites.MapDelete("/{id:guid}", (Caller caller, Guid id, RevokeInvite verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("Take an invitation back");
    }
}
