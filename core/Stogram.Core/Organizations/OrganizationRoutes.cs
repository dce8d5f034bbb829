using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Organizations;

internal static class OrganizationRoutes
{
    public static void MapOrganizations(this IEndpointRouteBuilder api) =>
        api.MapPost("/operator/organizations", (Caller caller, CreateOrganizationRequest request, CreateOrganization verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithTags("Operators").WithSummary("Another organization on this server");
}
