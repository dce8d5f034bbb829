using System.Diagnostics;
using System.Text.RegularExpressions;
using Stogram.Core.Files.Blobs;

namespace Stogram.Testing.Buckets;

/// <summary>A private server that speaks S3 (npm's s3rver), on a free port and a folder of its own.</summary>
public sealed partial class TestBucket : IAsyncDisposable
{
    private const string Script =
        """
        const Server = require('s3rver');
        const fs = require('fs');
        const [directory, port] = process.argv.slice(1);
        const server = new Server({ port: Number(port), address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'stogram' }] });
        // What it lacks of S3: saying which uploads were begun, and giving one up.
        server.middleware.unshift((ctx, next) => {
          const begun = server.store.getResourcePath('stogram', undefined, 'uploads');
          if (ctx.method === 'DELETE' && ctx.query.uploadId) {
            fs.rmSync(`${begun}/${ctx.query.uploadId}`, { recursive: true });
            ctx.status = 204;
          } else if (ctx.method === 'GET' && 'uploads' in ctx.query) {
            const ids = fs.existsSync(begun) ? fs.readdirSync(begun) : [];
            const rows = ids.map(id => {
              const key = `${begun}/${id}/key`;
              const at = fs.statSync(key).mtime.toISOString();
              return `<Upload><Key>${fs.readFileSync(key)}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`;
            });
            ctx.type = 'application/xml';
            ctx.body = `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListMultipartUploadsResult>`;
          } else {
            return next();
          }
        });
        server.run().then(at => console.log('port ' + at.port));
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-bucket-");

    private Process? _process;

    private string Begun => Path.Combine(_folder.FullName, "stogram", "._S3rver_uploads");

    private int _port;

    private TestBucket()
    {
    }

    public BucketOptions Options => new("stogram", $"http://127.0.0.1:{_port}", "us-east-1", "S3RVER", "S3RVER", PathStyle: true);

    public static async Task<TestBucket> Start()
    {
        var bucket = new TestBucket();
        await bucket.Run();
        return bucket;
    }

    public async Task Run()
    {
        _process = Process.Start(new ProcessStartInfo("node", ["-e", Script, _folder.FullName, $"{_port}"])
        {
            WorkingDirectory = Repository.Path(),
            RedirectStandardOutput = true,
        })!;
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("s3rver did not start.");
            if (Port().Match(line) is { Success: true, Groups: [_, var port] })
            {
                _port = int.Parse(port.Value, System.Globalization.CultureInfo.InvariantCulture);
                return;
            }
        }
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Paths of what it holds.</summary>
    public string[] Objects() =>
        [.. _folder.EnumerateFiles("*_object", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(_folder.FullName, "stogram"), file.FullName))];

    /// <summary>An upload in parts that somebody began so long ago, and never ended.</summary>
    public string Begin(string key, TimeSpan ago)
    {
        var upload = Directory.CreateDirectory(Path.Combine(Begun, $"{Guid.NewGuid():n}"));
        File.WriteAllText(Path.Combine(upload.FullName, "key"), key);
        File.WriteAllText(Path.Combine(upload.FullName, "metadata"), "{}");
        File.WriteAllText(Path.Combine(upload.FullName, "1"), "A part");
        File.SetLastWriteTimeUtc(Path.Combine(upload.FullName, "key"), DateTime.UtcNow - ago);
        return upload.Name;
    }

    public string[] Uploads() => [.. new DirectoryInfo(Begun).EnumerateDirectories().Select(upload => upload.Name)];

    public ValueTask DisposeAsync()
    {
        Kill();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"^port (\d+)$")]
    private static partial Regex Port();
}
