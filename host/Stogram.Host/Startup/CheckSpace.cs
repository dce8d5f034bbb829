namespace Stogram.Host.Startup;

internal static class CheckSpace
{
    // A new cluster takes 40 MB and up to 200 MB of write-ahead log in its first hours; an old one must be able
    // to start with little, so that somebody can delete something.
    private const int NewCluster = 256;
    private const int OldCluster = 64;

    public static void IsEnough(HostSettings settings)
    {
        var needed = settings.MinFreeMegabytes ?? (Directory.Exists(settings.Data.Cluster) ? OldCluster : NewCluster);
        var free = new DriveInfo(settings.Data.Path).AvailableFreeSpace >> 20;
        if (free < needed)
        {
            throw new StartupError(
                $"The disk of {settings.Data.Path} is full: {free} MB are free, a start needs {needed} MB.");
        }
    }
}
