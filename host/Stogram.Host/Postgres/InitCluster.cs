using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

internal static class InitCluster
{
    public const string Superuser = "stogram";

    /// <summary>Made aside and moved into place when whole: a start that is cut off leaves no half cluster behind.</summary>
    public static async Task Run(ClusterFolder folder, PostgresBinaries binaries, ClusterOwner owner)
    {
        var aside = folder.Path + ".new";
        Remove(aside);
        try
        {
            Directory.CreateDirectory(aside, ClusterFolder.OwnerOnly);
            var password = Path.Combine(aside, "password");
            ClusterFolder.WriteSecret(password, folder.Password());
            owner.Own(aside);
            owner.Own(password);
            await InitDb(binaries, owner, Path.Combine(aside, "cluster"), password);
            Directory.Move(Path.Combine(aside, "cluster"), folder.Path);
            await Tool.Run(["sync", Path.GetDirectoryName(folder.Path)!]);
        }
        catch (IOException error) when (StartupError.IsDiskFull(error))
        {
            throw StartupError.DiskFull(folder.Path);
        }
        finally
        {
            Remove(aside);
        }
    }

    private static async Task InitDb(PostgresBinaries binaries, ClusterOwner owner, string cluster, string password)
    {
        // In a session of its own, so that Ctrl-C does not tear it apart: it takes a second.
        var (code, output) = await Tool.Run(
            owner.Command(
                "setsid", "--wait", binaries.InitDb, "-D", cluster, "-E", "UTF8", "--locale=C.UTF-8", "-U", Superuser,
                "--auth=scram-sha-256", $"--pwfile={password}"));
        if (code != 0)
        {
            throw output.Contains("No space left on device")
                ? StartupError.DiskFull(Path.GetDirectoryName(cluster)!)
                : new StartupError($"PostgreSQL's initdb failed: {FirstError(output)}");
        }
    }

    private static string FirstError(string output)
    {
        var lines = output.Split('\n');
        return lines.FirstOrDefault(line => line.Contains("error:") || line.Contains("FATAL:")) ?? lines[^1];
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
