using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>What sign-up and sign-in both end with: a session for this device, and its tokens.</summary>
internal sealed class OpenSession(
    StogramContext db, IssueTokens issue, IHttpContextAccessor accessor, TimeProvider time) : IVerb
{
    public async Task<SignedInView> Open(User user, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var http = accessor.HttpContext!;
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            OrganizationId = user.OrganizationId,
            Device = Device(http.Request.Headers.UserAgent.ToString()),
            Ip = http.Connection.RemoteIpAddress?.ToString(),
            RotatedAt = now,
            CreatedAt = now,
            LastUsedAt = now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        var tokens = issue.Issue(session, http);
        return new(MeView.Of(user), tokens.AccessToken, tokens.RefreshToken, tokens.ExpiresIn);
    }

    private static string Device(string agent)
    {
        var text = Validation.IsStorable(agent) ? agent : "";
        return text.Length switch { 0 => "Unknown device", > 300 => text[..300], _ => text };
    }
}
