namespace Stogram.Host.Postgres;

/// <param name="Data">Folder that holds the cluster, its password and its log.</param>
/// <param name="Folders">Folders with PostgreSQL binaries; when not empty, nothing else is searched.</param>
internal sealed record ClusterOptions(string Data, IReadOnlyList<string> Folders)
{
    /// <summary>Told of each step, for the person who waits.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Further settings of the server, as name=value.</summary>
    public IReadOnlyList<string> Server { get; init; } = [];
}
