using System.Runtime.CompilerServices;

namespace Stogram.Host.Doctor.Checks;

internal static class TrustedProxies
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var (settings, trusted) = (patient.Settings, patient.Settings.TrustedProxies);
        var isBehind = settings.PublicUrl?.StartsWith("https:", StringComparison.Ordinal) == true
            && settings.Urls.All(url => url.StartsWith("http:", StringComparison.Ordinal));
        if (trusted.Any(network => network.PrefixLength == 0))
        {
            yield return Finding.Problem(
                "proxies", "every address is trusted to say who is asking: anybody can claim to be anybody.", "name your proxy alone in Stogram__TrustedProxies.");
        }
        else if (trusted.Count > 0)
        {
            yield return Finding.Ok("proxies", $"trusted are {string.Join(", ", trusted)}.");
        }
        else
        {
            yield return isBehind
                ? Finding.Problem(
                    "proxies", "a proxy speaks https in front, but none is trusted: everybody seems to come from it, by plain http.",
                    "name its address in Stogram__TrustedProxies, for example 127.0.0.1.")
                : Finding.Ok("proxies", "none is trusted and none is needed.");
        }
    }
}
