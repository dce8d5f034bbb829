using System.CommandLine;
using Stogram.Host.Startup;

namespace Stogram.Host.Account;

/// <summary><c>account reset</c>: for whoever holds the machine and has lost the way in.</summary>
internal static class AccountCommand
{
    public const string Name = "account";

    public const string Reset = "reset";

    private static readonly Argument<string> Login = new("login") { Description = "e-mail or username" };

    private static readonly Option<string> Organization =
        new("--organization") { Description = "its slug, where several are on the server" };

    private static readonly Option<bool> Password =
        new("--password") { Description = "set a new password instead of making a link, and sign out everywhere" };

    private static readonly Option<bool> SecondFactor =
        new("--second-factor") { Description = "switch two-step verification off, too" };

    public static Command Describe()
    {
        var reset = new Command(Reset, "Lets somebody in again.") { Login, Organization, Password, SecondFactor };
        return new(Name, "Accounts of people.") { reset };
    }

    public static Task Run(ParseResult parsed, HostSettings settings, CancellationToken cancellation)
    {
        var password = parsed.GetValue(Password) ? ResetAccount.NewPassword() : null;
        return ResetAccount.Run(
            settings,
            new(parsed.GetValue(Login)!, parsed.GetValue(Organization), password, parsed.GetValue(SecondFactor)),
            cancellation);
    }
}
