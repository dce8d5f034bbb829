using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Host.Plugins.Data;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Packages;
using Stogram.Host.Plugins.State;

namespace Stogram.Host.Admin;

/// <summary>Takes a package in: looked at from all sides, kept, and shown with what it wants. Nothing of it runs.</summary>
internal sealed class UploadPackage(
    StogramContext db, AuditLog audit, PackageVault vault, Publishers publishers, Catalog catalog, InstalledPlugins plugins, ListPackages list)
{
    private const int LongestSignature = 200;

    public async Task<Outcome<ServerPluginView>> Run(Caller caller, HttpRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (await Read(request, cancellation) is not { } zip)
        {
            return Refusal.Invalid("package", $"At most {UnpackZip.LargestZip >> 20} MiB.");
        }

        var (signature, unsound) = Signature(request.Headers["Stogram-Signature"].ToString(), zip);
        if (unsound is not null)
        {
            return Refusal.Invalid("signature", unsound);
        }

        try
        {
            var package = PackageVault.Look(zip);
            return Fault(package) is { } fault ? Refusal.Invalid("package", fault) : await Keep(caller, package, zip, signature, cancellation);
        }
        catch (ManifestException e)
        {
            return Refusal.Invalid("package", e.Message);
        }
    }

    private async Task<Outcome<ServerPluginView>> Keep(Caller caller, PluginPackage package, byte[] zip, byte[]? signature, CancellationToken cancellation)
    {
        var id = package.Info.Id;
        var other = plugins.Find(id)?.Package is { } here && here.Info.Version == package.Info.Version && here.Hash != package.Hash;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (other || !await vault.Keep(await db.Connection(cancellation), package, zip, signature, caller.UserId, cancellation))
        {
            return Refusal.Conflict($"{id} {package.Info.Version} is here already with other content. Give the package a new version.");
        }

        await audit.Write(caller, PluginDeeds.Uploaded(package), cancellation);
        await transaction.CommitAsync(cancellation);
        return (await list.View(id, await catalog.Find(id, cancellation), cancellation))!;
    }

    private (byte[]? Signature, string? Fault) Signature(string signature, byte[] zip)
    {
        if (signature.Length == 0)
        {
            return (null, publishers.AreRequired ? "This server takes signed packages alone: upload it together with its .zip.sig." : null);
        }

        var bytes = new byte[LongestSignature];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return (null, "Not a signature as openssl makes it.");
        }

        return publishers.WhoSigned(new(SHA256.HashData(zip), bytes[..length])) is not null
            ? (bytes[..length], null)
            : (null, "The signature does not fit: somebody else's key made it, or the package was changed after it was signed.");
    }

    private string? Fault(PluginPackage package)
    {
        var info = package.Info;
        if (!ContractRange.Holds(info.Contract, ContractRange.Current))
        {
            return $"contract: it was built for {info.Contract}, this server has {ContractRange.Current.ToString(3)}.";
        }

        return plugins.All.FirstOrDefault(other => other.Id != info.Id && other.Package.Info.Prefix() == info.Prefix()) is { } taken
            ? $"contributes.prefix: {info.Prefix()} belongs to the plugin {taken.Id}."
            : null;
    }

    /// <summary>Null where it is too large.</summary>
    private static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = UnpackZip.LargestZip;
        }

        if (request.ContentLength > UnpackZip.LargestZip)
        {
            return null;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return body.ToArray();
    }
}
