using Stogram.Core.Shared;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Packages;

/// <summary>Where signatures are demanded, what was uploaded must be signed by somebody who is trusted now, and not only when it was uploaded.</summary>
internal sealed class DemandSignature(PackageVault vault, Publishers publishers)
{
    /// <summary>Null where it may be used.</summary>
    public async Task<Refusal?> Run(PluginInfo info, CancellationToken cancellation)
    {
        // What came with the server is not in the vault: whoever installed the server answers for it.
        if (!publishers.AreRequired || !(await vault.Versions(info.Id, cancellation)).TryGetValue(info.Version, out var signature)
            || publishers.WhoSigned(signature) is not null)
        {
            return null;
        }

        var what = $"{info.Id} {info.Version}";
        return signature is null
            ? Refuse("UNSIGNED", $"{what} is not signed, and this server takes signed packages alone. An operator uploads it again, together with its .zip.sig.")
            : Refuse(
                "UNTRUSTED",
                $"{what} is signed by a publisher whom this server does not trust any more. Whoever runs the server names the publisher's key again "
                + "(Stogram__Plugins__Publishers__<Name>), or an operator uploads a version that is signed by somebody trusted.");
    }

    private static Refusal Refuse(string reason, string message) =>
        Refusal.Conflict(message, new Dictionary<string, string> { ["reason"] = reason });
}
