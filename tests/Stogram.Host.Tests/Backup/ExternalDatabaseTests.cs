using Npgsql;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Postgres;

namespace Stogram.Host.Tests.Backup;

/// <summary>The operator's own PostgreSQL, on either side.</summary>
public sealed class ExternalDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-backups-");

    private string Archive => Path.Combine(_folder.FullName, "backup.tar.gz");

    [Fact]
    public async Task A_server_on_an_external_database_is_restored_onto_another_one()
    {
        await using var from = await Empty();
        await using var to = await Empty();
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, chatId) = await Make(home, On(from));
        using var _ = ada;

        (await BackupRun.Restore(other, Archive, On(to))).Succeeded();
        await using var restored = await HostProcess.Start(other, environment: On(to));
        using var again = ada.On(other);

        Assert.Single(await again.History(chatId));
        Assert.False(Directory.Exists(other.Cluster));
    }

    [Fact]
    public async Task A_server_on_an_external_database_is_restored_onto_an_embedded_one()
    {
        await using var from = await Empty();
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, chatId) = await Make(home, On(from));
        using var _ = ada;

        (await BackupRun.Restore(other, Archive)).Succeeded();
        await using var restored = await HostProcess.Start(other);
        using var again = ada.On(other);

        Assert.Single(await again.History(chatId));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_not_restored_into()
    {
        await using var from = await Empty();
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, _) = await Make(home, On(from));
        using var __ = ada;

        var restored = await BackupRun.Restore(other, Archive, On(from));

        restored.Failed($"The database {new NpgsqlConnectionStringBuilder(from.ConnectionString).Database} is not empty");
        Assert.False(Directory.Exists(other.Data));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<TestDatabase> Empty() => TestDatabase.Create("empty", _ => Task.CompletedTask);

    private static Dictionary<string, string> On(TestDatabase database) =>
        new() { ["Stogram__Database__ConnectionString"] = database.ConnectionString };

    private async Task<(Ada Ada, Guid ChatId)> Make(HostHome home, Dictionary<string, string> environment)
    {
        await using var host = await HostProcess.Start(home, environment: environment);
        var ada = await Ada.SignUp(home);
        var chatId = await ada.Group("Atrium");
        await ada.Send(chatId, "First", await ada.Upload("Note"));
        (await BackupRun.MakeUnchecked(home, Archive, environment)).Succeeded();
        return (ada, chatId);
    }
}
