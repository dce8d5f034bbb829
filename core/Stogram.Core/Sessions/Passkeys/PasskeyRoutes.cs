using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Limits;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions.Passkeys;

internal static class PasskeyRoutes
{
    public static void MapPasskeys(this IEndpointRouteBuilder auth)
    {
        var passkeys = auth.MapGroup("/passkeys");
        passkeys.MapPost("/login/options", (LogInByPasskey verb, CancellationToken cancellation) =>
            verb.Ask(cancellation)).AllowAnonymous().WithSummary("What a device is asked to sign in").WithLimit(LimitTable.SignIn);
        passkeys.MapPost("/login", (PasskeyLogInRequest request, LogInByPasskey verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Sign in by a passkey").WithLimit(LimitTable.SignIn);
        passkeys.MapGet("/", (Caller caller, ManagePasskeys verb, CancellationToken cancellation) =>
            verb.List(caller, cancellation)).WithSummary("My passkeys");
        passkeys.MapPost("/options", (Caller caller, PasswordRequest request, AddPasskey verb, CancellationToken cancellation) =>
            verb.Ask(caller, request, cancellation)).WithSummary("What a device is asked for a new passkey").WithLimit(LimitTable.Proof);
        passkeys.MapPost("/", (Caller caller, AddPasskeyRequest request, AddPasskey verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Keep the passkey that a device made").WithLimit(LimitTable.Proof);
        passkeys.MapPatch("/{id}", (Caller caller, string id, RenamePasskeyRequest request, ManagePasskeys verb, CancellationToken cancellation) =>
            verb.Rename(caller, id, request, cancellation)).WithSummary("Another name for a passkey");
        passkeys.MapDelete("/{id}", (Caller caller, string id, [FromBody] PasswordRequest request, ManagePasskeys verb, CancellationToken cancellation) =>
            verb.Remove(caller, id, request, cancellation)).WithSummary("Remove a passkey").WithLimit(LimitTable.Proof);
    }
}
