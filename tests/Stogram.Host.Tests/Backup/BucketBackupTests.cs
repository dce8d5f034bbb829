using Stogram.Host.Tests.Startup;
using Stogram.Testing.Buckets;

namespace Stogram.Host.Tests.Backup;

public sealed class BucketBackupTests
{
    [Fact]
    public async Task A_backup_says_what_lies_in_the_bucket_and_a_server_made_of_it_reads_it_there()
    {
        await using var bucket = await TestBucket.Start();
        var environment = new Dictionary<string, string>
        {
            ["Stogram__Storage__S3__Bucket"] = bucket.Options.Bucket,
            ["Stogram__Storage__S3__Endpoint"] = bucket.Options.Endpoint!,
            ["Stogram__Storage__S3__AccessKey"] = bucket.Options.AccessKey!,
            ["Stogram__Storage__S3__SecretKey"] = bucket.Options.SecretKey!,
        };
        using var home = new HostHome();
        using var other = new HostHome();
        var archive = Path.Combine(home.Data, "backup.tar.gz");
        await using var host = await HostProcess.Start(home, environment: environment);
        using var ada = await Ada.SignUp(home);
        var note = await ada.Upload("Note");
        await ada.Send(await ada.Group("Atrium"), "First", note);

        var made = await BackupRun.Make(home, archive, environment);
        made.Succeeded();
        (await BackupRun.Restore(other, archive, environment)).Succeeded();
        await using var restored = await HostProcess.Start(other, environment: environment);
        using var again = ada.On(other);

        Assert.Contains(made.Output, line => line.StartsWith("Warning: 1 files (4 bytes) lie in the bucket", StringComparison.Ordinal));
        Assert.Equal("Note", await again.Read(note));
    }
}
