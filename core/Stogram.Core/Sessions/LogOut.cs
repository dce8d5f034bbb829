using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;

namespace Stogram.Core.Sessions;

internal sealed class LogOut(RevokeSession revoke, IHttpContextAccessor accessor) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, CancellationToken cancellation)
    {
        await revoke.Revoke(caller.SessionId, cancellation);
        RefreshCookie.Clear(accessor.HttpContext!);
        return Nothing.Done;
    }
}
