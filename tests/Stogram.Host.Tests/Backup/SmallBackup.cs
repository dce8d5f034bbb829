using Stogram.Host.Tests.Startup;

namespace Stogram.Host.Tests.Backup;

/// <summary>A server with one message and one file, and a backup of it that nobody has checked.</summary>
public sealed class SmallBackup : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-backups-");

    internal HostHome Home { get; } = new();

    private string Archive => Path.Combine(_folder.FullName, "backup.tar.gz");

    public async Task InitializeAsync()
    {
        await using var host = await HostProcess.Start(Home);
        using var ada = await Ada.SignUp(Home);
        await ada.Send(await ada.Group("Atrium"), "First", await ada.Upload("Note"));
        var made = await BackupRun.MakeUnchecked(Home, Archive);
        made.Succeeded();
        Assert.DoesNotContain(made.Output, line => line.StartsWith("Check", StringComparison.Ordinal));
    }

    public Task DisposeAsync()
    {
        Home.Dispose();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Once: who has changed the copy goes on with what they made of it.</summary>
    internal string CopyTo(string file)
    {
        if (!File.Exists(file))
        {
            File.Copy(Archive, file);
        }

        return file;
    }
}
