using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;

namespace Stogram.Core.Limits;

/// <summary>
/// A request of somebody who is not signed in, about an account: it counts for that one, there or not, wherever it
/// comes from. Who guesses from a thousand addresses is held up all the same.
/// </summary>
internal interface INamesAccount : IRequest
{
    string? AccountOf(HttpRequest http);
}

internal static class AccountNames
{
    // Session or person, as the first bytes of a token or a code carry it.
    private const int IdLength = 21;

    public static string OfLogin(string? organization, string? login) =>
        $"{organization}/{login?.Trim().ToUpperInvariant()}";

    public static string? OfToken(string? token) => token?.Length >= IdLength ? token[..IdLength] : null;
}
