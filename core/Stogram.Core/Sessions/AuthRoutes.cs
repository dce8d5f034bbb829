using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Limits;
using Stogram.Core.Sessions.Passkeys;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

internal static class AuthRoutes
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in").AllowWithoutSecondFactor();
        auth.MapGet("/policy", ([AsParameters] PolicyRequest request, ReadPolicy verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("What a sign-up page must know");
        auth.MapPost("/register", (RegisterRequest request, Register verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Sign up and in").WithLimit(LimitTable.SignUp);
        auth.MapPost("/login", (LogInRequest request, LogIn verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Sign in").WithLimit(LimitTable.SignIn);
        auth.MapPost("/refresh", (RefreshRequest request, Refresh verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("New tokens for a refresh token").WithLimit(LimitTable.Refresh);
        auth.MapPost("/logout", (Caller caller, LogOut verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("End this session");
        auth.MapGet("/me", (Caller caller, ReadMe verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Who I am");
        auth.MapGet("/sessions", (Caller caller, ListSessions verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("Where I am signed in");
        auth.MapDelete("/sessions/{id:guid}", (Caller caller, Guid id, EndSessions verb, CancellationToken cancellation) =>
            verb.One(caller, caller.UserId, id, cancellation)).WithSummary("Sign one device out");
        auth.MapDelete("/sessions", (Caller caller, EndSessions verb, CancellationToken cancellation) =>
            verb.Others(caller, cancellation)).WithSummary("Sign all other devices out");
        auth.MapPost("/password/change", (Caller caller, ChangePasswordRequest request, ChangePassword verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("A new password; all other devices are signed out").WithLimit(LimitTable.Proof);
        auth.MapPost("/password/forgot", (ForgotPasswordRequest request, ForgotPassword verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("Send me a link for a new password").WithLimit(LimitTable.Recovery);
        auth.MapPost("/password/reset", (ResetPasswordRequest request, ResetPassword verb, CancellationToken cancellation) =>
            verb.Run(request, cancellation)).AllowAnonymous().WithSummary("A new password by such a link").WithLimit(LimitTable.Recovery);
        auth.MapPost("/email/verify", (VerifyEmailRequest request, VerifyEmail verb) =>
            verb.Run(request)).AllowAnonymous().WithSummary("Confirm an e-mail address by its link").WithLimit(LimitTable.Recovery);
        auth.MapPost("/email/resend", (Caller caller, VerifyEmail verb) =>
            verb.Again(caller)).WithSummary("Send me that link again").WithLimit(LimitTable.Recovery);
        auth.MapPasskeys();
        MapTwoFactor(auth.MapGroup("/two-factor").WithLimit(LimitTable.Proof));
    }

    private static void MapTwoFactor(RouteGroupBuilder twoFactor)
    {
        twoFactor.MapPost("/setup", (Caller caller, PasswordRequest request, TwoFactor verb, CancellationToken cancellation) =>
            verb.SetUp(caller, request, cancellation)).WithSummary("A secret for my authenticator; nothing is on yet");
        twoFactor.MapPost("/confirm", (Caller caller, CodeRequest request, TwoFactor verb, CancellationToken cancellation) =>
            verb.Confirm(caller, request, cancellation)).WithSummary("Prove a code: from now on one is asked for");
        twoFactor.MapPost("/disable", (Caller caller, PasswordRequest request, TwoFactor verb, CancellationToken cancellation) =>
            verb.Disable(caller, request, cancellation)).WithSummary("Sign in by password alone again");
    }
}
