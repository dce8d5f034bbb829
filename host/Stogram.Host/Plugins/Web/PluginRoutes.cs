using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;
using Stogram.Host.Web;

namespace Stogram.Host.Plugins.Web;

/// <param name="Settings">The organization's values that are public.</param>
/// <param name="ForChats">The admins of a chat may set something for it.</param>
public sealed record EnabledPluginView(string Id, string Name, string Version, WebView? Web, JsonElement Settings, bool ForChats);

/// <summary>What is on for my organization, and the files of its web half.</summary>
internal static class PluginRoutes
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapPlugins(this RouteGroupBuilder api) =>
        api.MapGet("/plugins", (Caller caller, InstalledPlugins plugins) => List(caller, plugins))
            .InTheirLanguage().WithTags("Plugins").WithSummary("The plugins that are on for my organization");

    /// <summary>Public: a module is imported without a token, and holds no secret.</summary>
    public static void MapPluginFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/plugins/{id}/{hash}/web/{file}", Serve).AllowAnonymous().ExcludeFromDescription();

    private static Outcome<EnabledPluginView[]> List(Caller caller, InstalledPlugins plugins) =>
        plugins.All
            .Where(plugin => plugin.Activation?.IsOpen(caller.OrganizationId) is true)
            .Select(plugin => new EnabledPluginView(
                plugin.Id, plugin.Package.Info.Local(plugin.Package.Info.Name), plugin.Package.Info.Version, WebView.Of(plugin.Package),
                Public(plugin.Package, plugin.Activation!.Values.Of(caller.OrganizationId)), plugin.Package.Settings?.ForChats is not null))
            .ToArray();

    private static JsonElement Public(PluginPackage package, JsonElement values) =>
        package.Settings?.PublicOnly(values) ?? JsonElement.Parse("{}");

    private static IResult Serve(HttpContext context, string id, string hash, string file, InstalledPlugins plugins)
    {
        if (plugins.Find(id) is not { } plugin || plugin.Package.ShortHash != hash
            || file != Path.GetFileName(file) || file.StartsWith('.') || !Types.TryGetContentType(file, out var type))
        {
            return Results.NotFound();
        }

        var path = Path.Combine(plugin.Package.Folder, "web", file);
        if (!File.Exists(path))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, type);
    }
}
