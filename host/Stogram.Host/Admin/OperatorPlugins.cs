using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Stogram.Core.Shared;
using Stogram.Host.Web;
using Stogram.Plugins;

namespace Stogram.Host.Admin;

/// <param name="IsInstalled">It is the version that runs where the plugin is on.</param>
/// <param name="IsOlder">Older than the installed one.</param>
/// <param name="IsUploaded">Somebody uploaded it; the others came with the server.</param>
/// <param name="IsSigned">It was uploaded with a signature that fitted then.</param>
/// <param name="SignedBy">The publisher whose key fits its signature; null where there is none, or its publisher is not trusted any more.</param>
/// <param name="LeakRisks">What it calls that may keep its code in memory after it was switched off.</param>
/// <param name="Missing">Permissions it wants that nobody has agreed to yet: to be sent along to install it.</param>
public sealed record PackageView(
    string Version, string Name, string? Description, bool IsInstalled, bool IsOlder, bool IsUploaded, bool IsSigned, string? SignedBy,
    IReadOnlyList<string> Permissions, IReadOnlyList<string> Missing, PluginContributions Contributes, IReadOnlyList<string> LeakRisks, string Hash);

/// <param name="Reason">Why it is where it is, if that needs saying.</param>
public sealed record PluginNodeView(string Node, string Version, string State, string? Reason, DateTimeOffset Since);

/// <param name="Version">The installed one; null where it is uninstalled or was only uploaded.</param>
/// <param name="Packages">The versions this server has, newest first.</param>
/// <param name="Organizations">How many have it on.</param>
/// <param name="FailedVersion">The version that did not start, after which the server went back.</param>
/// <param name="HasData">It has tables, whether or not it is installed.</param>
public sealed record ServerPluginView(
    string Id, string Name, string? Version, IReadOnlyList<PackageView> Packages, IReadOnlyList<PluginNodeView> Nodes, int Organizations,
    string? FailedVersion, string? FailedReason, bool HasData);

/// <param name="Permissions">What is agreed to: all that the package view names as missing.</param>
/// <param name="Password">The caller's own: code that is installed can do what the server can.</param>
public sealed record InstallPluginRequest(
    [property: Required, StringLength(60)] string? Version,
    [property: Required, MaxLength(50)] string[]? Permissions,
    [property: Required, StringLength(256)] string? Password) : IRequest;

/// <param name="Purge">Deletes its data, too; the id says once more of which.</param>
public sealed record RemovePluginRequest(
    bool Purge, [property: StringLength(60)] string? Id, [property: Required, StringLength(256)] string? Password) : IRequest;

/// <summary>The packages of this server, for its operators.</summary>
internal static class OperatorPlugins
{
    public static void MapOperatorPlugins(this RouteGroupBuilder api)
    {
        var plugins = api.MapGroup("/operator/plugins").WithTags("Operators").InTheirLanguage();
        plugins.MapGet("", (Caller caller, ListPackages verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("The plugins of this server, their versions and where they run");
        plugins.MapPost("", (Caller caller, HttpRequest request, UploadPackage verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Upload a package (zip), its signature in the header Stogram-Signature; it is looked at and kept, and nothing of it runs");
        plugins.MapPut("/{id}", (Caller caller, string id, InstallPluginRequest request, InstallPackage verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Install a version, or change to another; answers once that holds on this node");
        plugins.MapDelete("/{id}", (Caller caller, string id, [FromBody] RemovePluginRequest request, RemovePlugin verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Uninstall a plugin, and delete its data if asked to");
    }
}
