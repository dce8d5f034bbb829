using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Users;

internal static class UserRoutes
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users");
        users.MapGet("/", (Caller caller, [AsParameters] ListUsersRequest request, ReadUsers users, CancellationToken cancellation) =>
            users.List(caller, request, cancellation)).WithSummary("The people of my organization, by pages");
        users.MapGet("/search", (Caller caller, [AsParameters] SearchUsersRequest request, ReadUsers users, CancellationToken cancellation) =>
            users.Search(caller, request, cancellation)).WithSummary("Up to 20 people by name or username");
        users.MapGet("/{id:guid}", (Caller caller, Guid id, ReadUsers users, CancellationToken cancellation) =>
            users.One(caller, id, cancellation)).WithSummary("One person");
        users.MapPatch("/{id:guid}", (Caller caller, Guid id, UpdateProfileRequest request, UpdateProfile verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("What others see of a person");
        users.MapDelete("/{id:guid}", (Caller caller, Guid id, [FromBody] DeleteAccountRequest request, DeleteAccount verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("End an account for good");
    }
}
