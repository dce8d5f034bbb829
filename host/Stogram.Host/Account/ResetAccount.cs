using System.Security.Cryptography;
using Npgsql;
using Stogram.Core.Shared;
using Stogram.Core.Users;
using Stogram.Host.Postgres;
using Stogram.Host.Startup;

namespace Stogram.Host.Account;

internal static class ResetAccount
{
    // Without those that look alike on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    public static async Task Run(HostSettings settings, Recovery recovery, CancellationToken cancellation)
    {
        var recovered = await Recover(settings, recovery, cancellation);
        if (recovered.Refusal is { } refusal)
        {
            throw new StartupError((refusal.Details as IReadOnlyDictionary<string, string>)?.Values.First() ?? refusal.Message);
        }

        var (who, url) = recovered.Value;
        Console.WriteLine($"{who}: may try again at once{(recovery.ClearSecondFactor ? ", two-step verification is off" : "")}.");
        Console.WriteLine(url is null
            ? $"The new password is {recovery.Password} and every device is signed out. Change it after signing in."
            : $"A new password is chosen here, once, within a day: {url}");
    }

    private static async Task<Outcome<Recovered>> Recover(HostSettings settings, Recovery recovery, CancellationToken cancellation)
    {
        try
        {
            await using var source = await SourceDatabase.Open(settings, Console.WriteLine, cancellation);
            await using var core = CoreBeside.Server(settings with { ConnectionString = source.ConnectionString });
            await using var scope = core.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RecoverAccount>().Run(recovery, cancellation);
        }
        catch (Exception error) when (error is PostgresException || error.InnerException is PostgresException)
        {
            throw new StartupError(
                $"The database is not as this version needs it ({(error.InnerException ?? error).Message}): start the server once, then try again.");
        }
    }
}
