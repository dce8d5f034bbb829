using System.Runtime.InteropServices;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>Whom PostgreSQL runs as: it refuses root, so a server started by root hands it to a system user.</summary>
internal sealed class ClusterOwner
{
    private readonly (uint User, uint Group)? _other;

    private ClusterOwner((uint User, uint Group)? other) => _other = other;

    public static async Task<ClusterOwner> Find(CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ClusterOwner(null);
        }

        if ((await Tool.Run(["setpriv", "--version"], cancellation)).Code == Tool.NotFound)
        {
            throw new StartupError("setpriv is missing, with which root starts PostgreSQL as another user: install util-linux.");
        }

        var database = await SystemUser.Ensure("stogram-db", cancellation);
        await SystemUser.Ensure("stogram-run", cancellation);
        return new ClusterOwner(database);
    }

    public IEnumerable<string> Command(params IEnumerable<string> command) => [.. Become, .. command];

    /// <summary>The child is asked to end when this process dies, however it dies.</summary>
    public async Task<IEnumerable<string>> BoundCommand(IEnumerable<string> command, CancellationToken cancellation)
    {
        // Fast shutdown: connections are cut, the data is flushed, the next start has nothing to recover.
        string[] bind = ["--pdeathsig", "INT"];
        var canBind = (await Tool.Run(["setpriv", .. bind, "true"], cancellation)).Code == 0;
        return (canBind, _other) switch
        {
            (true, null) => ["setpriv", .. bind, "--", .. command],
            (true, _) => [.. Become.SkipLast(1), .. bind, "--", .. command],
            _ => Command(command),
        };
    }

    public void Own(string path)
    {
        if (_other is var (user, group) && Posix.ChangeOwner(path, user, group) != 0)
        {
            throw new StartupError($"{path} cannot be given to PostgreSQL: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    public void OwnTree(string folder)
    {
        Own(folder);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            Own(entry);
        }
    }

    public async Task<bool> CanEnter(string folder, CancellationToken cancellation) =>
        (await Tool.Run(Command("test", "-x", folder), cancellation)).Code == 0;

    private string[] Become => _other is var (user, group)
        ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"]
        : [];
}
