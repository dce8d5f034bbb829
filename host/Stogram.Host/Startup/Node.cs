namespace Stogram.Host.Startup;

/// <summary>One running server of several on one database.</summary>
/// <param name="Name">What administrators know it by.</param>
internal sealed record Node(string Name)
{
    /// <summary>What this run of it is told apart by.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public static string DefaultName => $"{Environment.MachineName}:{Environment.ProcessId}";
}
