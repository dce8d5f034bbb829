using System.Runtime.InteropServices;

namespace Stogram.Host.Postgres;

internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    [DllImport("libc", EntryPoint = "kill")]
    public static extern int Signal(int process, int signal);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    public static extern int Link(string existing, string another);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    public static extern int ChangeOwner(string path, uint user, uint group);
}
