namespace Stogram.Host.Plugins;

/// <summary>What administrators know this process by.</summary>
internal static class NodeName
{
    public static readonly string Mine = $"{Environment.MachineName}:{Environment.ProcessId}";
}
