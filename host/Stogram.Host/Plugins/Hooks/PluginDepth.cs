using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>
/// How many plugins have made each other act, where plugin code runs now. It flows with the call, so that a plugin can
/// neither forget it nor be asked for it; a number keeps no plugin loaded.
/// </summary>
internal static class PluginDepth
{
    public const int Most = 3;

    private static readonly AsyncLocal<int> Depth = new();

    public static void Enter(PluginOrigin? origin) => Depth.Value = origin?.Depth ?? 0;

    public static int Next() => Depth.Value < Most
        ? Depth.Value + 1
        : throw new InvalidOperationException($"Plugins answered plugins {Most} times in a row. This one is not posted.");
}
