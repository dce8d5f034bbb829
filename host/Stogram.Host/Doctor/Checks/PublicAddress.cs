using System.Runtime.CompilerServices;
using Stogram.Host.Startup;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Under which address people come, and what cannot work there.</summary>
internal static class PublicAddress
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var settings = patient.Settings;
        if (settings.IsLoopback && settings.PublicUrl is null)
        {
            yield return Finding.Ok("address", "only this machine reaches the server.");
            yield break;
        }

        if (settings.PublicUrl is null)
        {
            yield return Finding.Problem(
                "address", "others reach the server, but it does not know under which address.", "start it with --public-url: links in e-mail begin with it.");
        }

        var address = new Uri(settings.PublicUrl ?? settings.Urls[0].Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal));
        yield return address.Scheme == Uri.UriSchemeHttps || Hosts.IsLoopback(address.Host)
            ? Finding.Ok("address", $"people come by {address}.")
            : Finding.Problem(
                "address",
                $"people come by plain http ({address.Host}): browsers allow no notifications, passkeys, calls, camera, encrypted chats or start without a network there.",
                "use --cert and --key, or put a proxy with https in front and name its address with --public-url.");
    }
}
