using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

internal sealed class IssueTokens(AccessTokens access, RefreshTokens refresh) : IVerb
{
    public TokensView Issue(Session session, HttpContext http)
    {
        var token = refresh.Write(session.Id, session.Generation);
        var isBrowser = RefreshCookie.IsBrowser(http.Request);
        if (isBrowser)
        {
            RefreshCookie.Set(http, token);
        }

        return new(access.Issue(session), isBrowser ? null : token, (int)AccessTokens.Lifetime.TotalSeconds);
    }
}
