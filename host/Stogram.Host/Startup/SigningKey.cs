using System.Security.Cryptography;

namespace Stogram.Host.Startup;

/// <summary>The server's secret. Whoever has it can sign in as anyone; without it everybody signs in anew.</summary>
internal static class SigningKey
{
    private const int Length = 64;

    public static byte[] Of(string keysFolder)
    {
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var path = Path.Combine(Directory.CreateDirectory(keysFolder, mine).FullName, "signing.key");
        if (!File.Exists(path))
        {
            Write(path, RandomNumberGenerator.GetBytes(Length));
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Length
            ? key
            : throw new StartupError($"{path} is damaged: restore it, or delete it and have everybody sign in anew.");
    }

    // Written aside and moved, so that a crash in between leaves no half key; the first of several nodes wins.
    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        var aside = $"{path}.{Guid.NewGuid():n}.new";
        using (var file = new FileStream(aside, options))
        {
            file.Write(key);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
