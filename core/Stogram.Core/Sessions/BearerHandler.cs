using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

/// <summary>Reads the access token from the header, or for the hub from the query (browsers' sockets send no headers).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccessTokens tokens,
    LiveSession live)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var caller = await tokens.Read(token) is { } session
            ? await live.Find(session, FindOrganization.HostOf(Request), Context.RequestAborted)
            : null;
        if (caller is null)
        {
            return AuthenticateResult.Fail("Not a live session.");
        }

        Context.Features.Set(caller);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, caller.UserId.ToString())], Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return EnvelopeWriter.Write(Context, Refusal.Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        EnvelopeWriter.Write(
            Context,
            Context.Features.Get<Caller>() is { NeedsTwoFactor: true } ? SecondFactorRule.SetUpFirst : Refusal.Forbidden("You may not do that."));

    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return header["Bearer ".Length..];
        }

        return Request.Path.StartsWithSegments("/hub") ? Request.Query["access_token"].FirstOrDefault() : null;
    }
}
