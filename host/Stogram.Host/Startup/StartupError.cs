namespace Stogram.Host.Startup;

/// <summary>Something the person who starts Stogram can put right; its message is one line.</summary>
internal sealed class StartupError(string message) : Exception(message)
{
    public const int NoSpaceLeft = 28;

    public static bool IsDiskFull(IOException error) => error.HResult == NoSpaceLeft;

    /// <summary>For those who know a better way out than another data folder.</summary>
    public bool IsAboutSpace { get; private init; }

    public static StartupError DiskFull(string path) =>
        new($"The disk of {path} is full: make room or choose another folder with --data.") { IsAboutSpace = true };
}
