using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Organizations;

internal static class OrganizationRoutes
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/admin/organization").WithTags("Administration");
        mine.MapGet("", (Caller caller, ChangeOrganization verb, CancellationToken cancellation) =>
            verb.Read(caller, cancellation)).WithSummary("My organization's rules");
        mine.MapPatch("", (Caller caller, ChangeOrganizationRequest request, ChangeOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Change my organization's rules");
        mine.MapPost("/owner", (Caller caller, TransferOwnershipRequest request, TransferOwnership verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Hand my organization over");
        MapOperators(api.MapGroup("/operator").WithTags("Operators"));
    }

    private static void MapOperators(RouteGroupBuilder server)
    {
        var all = server.MapGroup("/organizations");
        all.MapGet("", (Caller caller, [AsParameters] ListOrganizationsRequest request, ListOrganizations verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("The organizations of this server, by pages");
        all.MapPost("", (Caller caller, CreateOrganizationRequest request, CreateOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Another organization on this server");
        all.MapPatch("/{id:guid}", (Caller caller, Guid id, OverseeOrganizationRequest request, OverseeOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Rename an organization, give it host names, suspend or resume it");
        all.MapPost("/{id:guid}/setup-link", (Caller caller, Guid id, CreateOrganization verb, CancellationToken cancellation) =>
            verb.Link(caller, id, cancellation)).WithSummary("The link for an organization's first owner, until there is one");
        all.MapDelete("/{id:guid}", (Caller caller, Guid id, [FromBody] DeleteOrganizationRequest request, DeleteOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Delete an organization and all that is in it, for good");
        var operators = server.MapGroup("/operators");
        operators.MapGet("", (Caller caller, ChangeOperators verb, CancellationToken cancellation) =>
            verb.List(caller, cancellation)).WithSummary("Who holds the server-wide right");
        operators.MapPost("", (Caller caller, GrantOperatorRequest request, ChangeOperators verb, CancellationToken cancellation) =>
            verb.Grant(caller, request, cancellation)).WithSummary("Make somebody an operator");
        operators.MapDelete("/{id:guid}", (Caller caller, Guid id, ChangeOperators verb, CancellationToken cancellation) =>
            verb.Revoke(caller, id, cancellation)).WithSummary("Take that right from somebody, unless they are the last");
    }
}
