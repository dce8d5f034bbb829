using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Stogram.Core.Sessions;

/// <summary>JWT (RFC 7519), HS256, 15 minutes. It names a session; everything else is read from the live row.</summary>
internal sealed class AccessTokens(Keys keys, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Party = "stogram";

    private readonly SymmetricSecurityKey key = new(keys.AccessTokens);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(Session session)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Party,
            Audience = Party,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, session.UserId.ToString()),
                new Claim(JwtRegisteredClaimNames.Sid, session.Id.ToString()),
            ]),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The session that a token names, or null for a token that is not ours or no longer good.</summary>
    public async Task<Guid?> Read(string token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Party,
            ValidAudience = Party,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) => IsNow(from, to),
        });
        return result.IsValid
            && result.Claims.TryGetValue(JwtRegisteredClaimNames.Sid, out var sid)
            && Guid.TryParse(sid as string, out var session)
            ? session
            : null;
    }

    private bool IsNow(DateTime? from, DateTime? to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return from <= now + TimeSpan.FromSeconds(30) && now < to;
    }
}
