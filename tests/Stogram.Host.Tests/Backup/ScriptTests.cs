using System.Diagnostics;
using Stogram.Host.Tests.Startup;
using Stogram.Testing;

namespace Stogram.Host.Tests.Backup;

public sealed class ScriptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-backups-");

    [Fact]
    public async Task The_script_backs_up_into_the_folder_one_stands_in_and_restores_from_it()
    {
        using var home = new HostHome();
        using var other = new HostHome();
        await using (await HostProcess.Start(home))
        {
            await home.Query("create table kept as select 'bo' as name");
        }

        await Script("backup", "--data", home.Data);
        var archive = Assert.Single(_folder.GetFiles());
        await Script("restore", archive.Name, "--data", other.Data);
        await using var restored = await HostProcess.Start(other);

        Assert.Matches(@"^stogram-backup-\d{8}-\d{6}\.tar\.gz$", archive.Name);
        Assert.Equal("bo", await other.Query("select name from kept"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task Script(params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.Path("stogram"), arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
