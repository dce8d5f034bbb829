using System.Formats.Tar;
using System.IO.Compression;
using Stogram.Host.Tests.Startup;

namespace Stogram.Host.Tests.Backup;

/// <summary>What may be wrong with a backup, or with the place it goes to.</summary>
public sealed class RefusedBackupTests(SmallBackup made) : IClassFixture<SmallBackup>, IDisposable
{
    private readonly HostHome _home = made.Home;
    private readonly HostHome _other = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-backups-");

    private string Archive => made.CopyTo(Path.Combine(_folder.FullName, "backup.tar.gz"));

    public void Dispose()
    {
        _other.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_archive_that_was_cut_off_is_refused_and_nothing_is_made()
    {
        await using (var file = File.OpenWrite(Archive))
        {
            file.SetLength(file.Length / 2);
        }

        (await BackupRun.Restore(_other, Archive)).Failed($"{Archive} is damaged or no backup: ");
        Assert.False(Directory.Exists(_other.Data));
    }

    [Fact]
    public async Task A_file_that_was_changed_in_the_archive_is_found()
    {
        Rewrite(entry => entry.Name.StartsWith("data/uploads/", StringComparison.Ordinal) && entry.DataStream is not null
            ? new MemoryStream("Nota"u8.ToArray())
            : entry.DataStream);

        (await BackupRun.Check(_other, Archive)).Failed($"{Archive} is damaged or no backup: data/uploads/");
    }

    [Fact]
    public async Task An_archive_that_would_write_elsewhere_is_refused()
    {
        Rewrite(entry => entry.DataStream, name => name == "data/postgres.password" ? "data/../../escaped" : name);

        (await BackupRun.Restore(_other, Archive)).Failed($"{Archive} is damaged or no backup: data/../../escaped does not belong");
        Assert.False(Directory.Exists(_other.Data));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2")]
    [InlineData("0001_init\"", "0001_init\", \"9999_tomorrow\"")]
    public async Task A_backup_of_a_newer_version_is_refused(string today, string tomorrow)
    {
        Rewrite(entry => entry.Name == "manifest.json" ? Replace(entry.DataStream!, today, tomorrow) : entry.DataStream);

        (await BackupRun.Restore(_other, Archive)).Failed("The backup was made by a newer Stogram");
        Assert.False(Directory.Exists(_other.Data));
    }

    [Fact]
    public async Task A_table_that_comes_back_with_fewer_rows_is_found()
    {
        Rewrite(entry => entry.Name == "manifest.json" ? Replace(entry.DataStream!, "\"core.messages\": 1", "\"core.messages\": 2") : entry.DataStream, sums: true);

        (await BackupRun.Check(_other, Archive)).Failed("The backup is not whole: core.messages had 2 rows, restored are 1.");
        (await BackupRun.Restore(_other, Archive)).Failed("The backup is not whole");
        Assert.False(Directory.Exists(_other.Data));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_not_restored_over()
    {
        Directory.CreateDirectory(_other.Data);
        await File.WriteAllTextAsync(Path.Combine(_other.Data, "diary.txt"), "mine");

        (await BackupRun.Restore(_other, Archive)).Failed($"The folder {_other.Data} is not empty");
        Assert.Equal("diary.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(_other.Data))));
    }

    [Fact]
    public async Task A_folder_that_a_server_runs_on_is_not_restored_over()
    {
        await using var host = await HostProcess.Start(_home);

        (await BackupRun.Restore(_home, Archive)).Failed($"The data folder {_home.Data} is in use by another Stogram");
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(Archive, "Dear diary");

        (await BackupRun.Restore(_other, Archive)).Failed($"{Archive} is damaged or no backup");
        (await BackupRun.Check(_other, Archive + ".nowhere")).Failed($"{Archive}.nowhere cannot be read");
    }

    [Fact]
    public async Task A_backup_is_not_written_over_another()
    {
        (await BackupRun.Make(_home, Archive)).Failed($"{Archive} is there already");
    }

    [Fact]
    public async Task There_is_nothing_to_back_up_where_no_server_has_been()
    {
        (await BackupRun.Make(_other, Path.Combine(_folder.FullName, "none.tar.gz"))).Failed($"There is no Stogram in {_other.Data}");
        Assert.False(Directory.Exists(_other.Data));
    }

    /// <summary>The same archive with entries changed, as damage or somebody's hand might.</summary>
    private void Rewrite(Func<TarEntry, Stream?> content, Func<string, string>? name = null, bool sums = false)
    {
        var changed = Archive + ".changed";
        using (var reader = new TarReader(new GZipStream(File.OpenRead(Archive), CompressionMode.Decompress)))
        using (var writer = new TarWriter(new GZipStream(File.Create(changed), CompressionLevel.Fastest)))
        {
            var hashes = new Dictionary<string, string>();
            while (reader.GetNextEntry(copyData: true) is { } entry)
            {
                if (entry.EntryType == TarEntryType.Directory)
                {
                    continue;
                }

                var stream = entry.Name == "checksums.sha256" && sums ? Sums(entry.DataStream!, hashes) : content(entry);
                if (sums && stream is not null)
                {
                    hashes[entry.Name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
                    stream.Position = 0;
                }

                writer.WriteEntry(new PaxTarEntry(entry.EntryType, name?.Invoke(entry.Name) ?? entry.Name) { DataStream = stream, Mode = entry.Mode });
            }
        }

        File.Move(changed, Archive, overwrite: true);
    }

    private static MemoryStream Replace(Stream content, string old, string with) =>
        new(System.Text.Encoding.UTF8.GetBytes(new StreamReader(content).ReadToEnd().Replace(old, with)));

    private static MemoryStream Sums(Stream before, Dictionary<string, string> hashes)
    {
        var lines = new StreamReader(before).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{hashes[line[66..]]}  {line[66..]}\n"))));
    }
}
