using System.Runtime.CompilerServices;
using StackExchange.Redis;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Doctor.Checks;

internal static class RedisServer
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return patient.Settings.Redis is not { } settings
            ? Finding.Ok("redis", "none is set, and one node needs none.")
            : await Reach(settings) is { } error
                ? Finding.Problem("redis", $"{settings.Address} cannot be reached ({error}).", "see that it runs: until then people on other nodes hear late.")
                : Finding.Ok("redis", $"{settings.Address} answers.");
    }

    private static async Task<string?> Reach(RedisSettings settings)
    {
        try
        {
            (await RedisLink.Open(settings.ConnectionString, "doctor")).Dispose();
            return null;
        }
        catch (RedisException error)
        {
            return error.Message.Split('\n', '.')[0];
        }
    }
}
