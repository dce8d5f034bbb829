using Microsoft.AspNetCore.Http;

namespace Stogram.Core.Sessions;

/// <summary>Where a browser keeps its refresh token: out of reach of scripts, sent to /api/auth alone.</summary>
internal static class RefreshCookie
{
    public const string Name = "stogram_refresh";

    public static bool IsBrowser(HttpRequest request) => request.Headers["X-Stogram-Client"] == "web";

    public static void Set(HttpContext http, string token) =>
        http.Response.Cookies.Append(Name, token, Options(http, TimeSpan.FromDays(365)));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        Path = "/api/auth",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = age,
    };
}
