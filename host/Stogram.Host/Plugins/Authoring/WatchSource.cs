using System.Threading.Channels;

namespace Stogram.Host.Plugins.Authoring;

/// <summary>What is saved of a plugin's source.</summary>
internal sealed class WatchSource : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private static readonly HashSet<string> Kinds = [".cs", ".csproj", ".props", ".targets", ".json", ".sql", ".js", ".ts", ".tsx", ".css"];

    private static readonly HashSet<string> Made = ["bin", "obj", "artifacts", "node_modules", "dist"];

    private readonly Channel<string> saved = Channel.CreateUnbounded<string>();

    private readonly FileSystemWatcher watcher;

    public WatchSource(string folder)
    {
        watcher = new(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
        watcher.Changed += (_, change) => Take(change.Name);
        watcher.Created += (_, change) => Take(change.Name);
        watcher.Deleted += (_, change) => Take(change.Name);
        watcher.Renamed += (_, change) => Take(change.Name);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Once nothing more is saved; nothing where nothing was for that long.</summary>
    public async Task<IReadOnlySet<string>> Next(TimeSpan patience, CancellationToken cancellation)
    {
        var files = new HashSet<string>();
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patient.CancelAfter(patience);
        try
        {
            await saved.Reader.WaitToReadAsync(patient.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return files;
        }

        while (Drain(files))
        {
            await Task.Delay(Quiet, cancellation);
        }

        return files;
    }

    public void Dispose() => watcher.Dispose();

    private bool Drain(HashSet<string> files)
    {
        var more = false;
        while (saved.Reader.TryRead(out var file))
        {
            more = true;
            files.Add(file);
        }

        return more;
    }

    private void Take(string? file)
    {
        var folders = file?.Split('/')[..^1] ?? [];
        if (Kinds.Contains(Path.GetExtension(file ?? ""))
            && !folders.Any(folder => Made.Contains(folder) || folder.StartsWith('.') || folder.EndsWith(".Tests", StringComparison.Ordinal)))
        {
            saved.Writer.TryWrite(file!);
        }
    }
}
