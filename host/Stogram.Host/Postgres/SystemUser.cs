using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

internal static class SystemUser
{
    public static async Task<(uint User, uint Group)> Ensure(string name, CancellationToken cancellation)
    {
        if (await Find(name, cancellation) is { } known)
        {
            return known;
        }

        var made = await Tool.Run(
            ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
                "--shell", "/usr/sbin/nologin", name],
            cancellation);
        return await Find(name, cancellation)
            ?? throw new StartupError($"The system user {name} cannot be made: {made.Output.ReplaceLineEndings(" ")}");
    }

    private static async Task<(uint User, uint Group)?> Find(string name, CancellationToken cancellation)
    {
        var fields = (await Tool.Run(["getent", "passwd", name], cancellation)).Output.Split(':');
        return fields.Length > 3 ? (uint.Parse(fields[2]), uint.Parse(fields[3])) : null;
    }
}
