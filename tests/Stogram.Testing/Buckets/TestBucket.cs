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
        const [directory, port] = process.argv.slice(1);
        new Server({ port: Number(port), address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'stogram' }] })
          .run().then(at => console.log('port ' + at.port));
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stogram-bucket-");

    private Process? _process;

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

    public ValueTask DisposeAsync()
    {
        Kill();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"^port (\d+)$")]
    private static partial Regex Port();
}
