using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

/// <summary>
/// Where an organization requires a second factor, who has none can sign in and set one up, and nothing else: by
/// REST, the hub and plugins' routes alike, since all of them stand on the default policy.
/// </summary>
internal static class SecondFactorRule
{
    public static readonly Refusal SetUpFirst = new(
        ErrorCode.Forbidden,
        "Your organization requires a second factor. Set one up in the settings first.",
        new Dictionary<string, string> { ["code"] = "TWO_FACTOR_SETUP" });

    public static AuthorizationPolicyBuilder RequireSecondFactor(this AuthorizationPolicyBuilder policy) =>
        policy.RequireAssertion(context => context.Resource is HttpContext http
            && (http.Features.Get<Caller>() is not { NeedsTwoFactor: true }
                || http.GetEndpoint()?.Metadata.GetMetadata<Waiver>() is not null));

    public static TBuilder AllowWithoutSecondFactor<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new Waiver());

    private sealed class Waiver;
}
