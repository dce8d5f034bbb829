using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

internal static class AuthRoutes
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in");
        auth.MapGet("/policy", ([AsParameters] PolicyRequest request, ReadPolicy verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("What a sign-up page must know");
        auth.MapPost("/register", (RegisterRequest request, Register verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Sign up and in");
        auth.MapPost("/login", (LogInRequest request, LogIn verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Sign in");
        auth.MapPost("/refresh", (RefreshRequest request, Refresh verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("New tokens for a refresh token");
        auth.MapPost("/logout", (Caller caller, LogOut verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("End this session");
        auth.MapGet("/me", (Caller caller, ReadMe verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Who I am");
    }
}
