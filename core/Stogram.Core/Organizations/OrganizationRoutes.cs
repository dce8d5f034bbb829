using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        api.MapPost("/operator/organizations", (Caller caller, CreateOrganizationRequest request, CreateOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithTags("Operators").WithSummary("Another organization on this server");
    }
}
