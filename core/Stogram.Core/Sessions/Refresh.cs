using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Limits;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions;

/// <param name="RefreshToken">Browsers leave it out: theirs comes in the cookie.</param>
public sealed record RefreshRequest([property: StringLength(128)] string? RefreshToken) : INamesAccount
{
    public string? AccountOf(HttpRequest http) => AccountNames.OfToken(TokenOf(http));

    internal string? TokenOf(HttpRequest http) =>
        RefreshCookie.IsBrowser(http) ? http.Cookies[RefreshCookie.Name] : RefreshToken;
}

/// <summary>
/// Rotates the refresh token. The one before is taken for another 60 s while its successor is unused (two tabs, a
/// lost answer) and answered with that same successor; after that, using it means it was stolen: the session ends.
/// </summary>
internal sealed class Refresh(
    StogramContext db,
    RefreshTokens tokens,
    IssueTokens issue,
    RevokeSession revoke,
    LiveSession live,
    IHttpContextAccessor accessor,
    TimeProvider time) : IVerb
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private static readonly Refusal SignInAgain = new(ErrorCode.Unauthorized, "Sign in again.");

    public async Task<Outcome<TokensView>> Run(RefreshRequest request, CancellationToken cancellation)
    {
        var http = accessor.HttpContext!;
        if (request.TokenOf(http.Request) is not { } token || tokens.Read(token) is not var (sessionId, generation))
        {
            return SignInAgain;
        }

        if (await live.Find(sessionId, FindOrganization.HostOf(http.Request), cancellation) is null)
        {
            return SignInAgain;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var session = await db.Sessions
            .FromSql($"select * from core.sessions where id = {sessionId} and revoked_at is null for update")
            .FirstOrDefaultAsync(cancellation);
        if (session is null || generation > session.Generation)
        {
            return SignInAgain;
        }

        var now = time.GetUtcNow();
        if (generation == session.Generation)
        {
            session.Generation++;
            session.RotatedAt = now;
        }
        else if (generation < session.Generation - 1 || now - session.RotatedAt > Grace)
        {
            await transaction.RollbackAsync(cancellation);
            await revoke.Revoke(session.Id, cancellation);
            return SignInAgain;
        }

        session.LastUsedAt = now;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return issue.Issue(session, http);
    }
}
