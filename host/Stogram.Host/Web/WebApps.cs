using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Stogram.Host.Web;

/// <summary>The two web apps: the PWA at /, the admin app at /admin. Paths of their own routers fall back to their index.</summary>
internal static class WebApps
{
    private static readonly string[] NotPages = ["/api", "/hub", "/health", "/openapi", "/plugins"];

    public static void UseWebApps(this WebApplication app)
    {
        app.UseStaticFiles(Options(app, "admin", "/admin"));
        app.UseStaticFiles(Options(app, "app", ""));
    }

    /// <summary>After routing, so that a route's own 405 and 415 are not mistaken for a page of the app.</summary>
    public static void UseWebAppPages(this WebApplication app)
    {
        var (admin, client) = (Index(app, "admin"), Index(app, "app"));
        app.Use((context, next) => !IsPage(context)
            ? next(context)
            : context.Request.Path.StartsWithSegments("/admin") ? admin(context) : client(context));
    }

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !NotPages.Any(path => context.Request.Path.StartsWithSegments(path))
        && !Path.HasExtension(context.Request.Path.Value);

    private static StaticFileOptions Options(WebApplication app, string name, PathString path) => new()
    {
        FileProvider = Files(app, name),
        RequestPath = path,
        OnPrepareResponse = context =>
            context.Context.Response.Headers.CacheControl = CacheFor(context.Context.Request.Path),
    };

    // Vite puts a hash into the name of everything below assets/; all else must be asked for again.
    private static string CacheFor(PathString path) =>
        path.Value!.Contains("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private static RequestDelegate Index(WebApplication app, string name)
    {
        var files = Files(app, name);
        return async context =>
        {
            var page = files.GetFileInfo("index.html");
            if (!page.Exists)
            {
                context.Response.StatusCode = 404;
                return;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
            await context.Response.SendFileAsync(page);
        };
    }

    private static IFileProvider Files(WebApplication app, string name)
    {
        var folder = Path.Combine(app.Environment.ContentRootPath, "wwwroot", name);
        return Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
    }
}
