namespace Stogram.Plugins;

/// <summary>A plugin that another one can do without.</summary>
public sealed record OptionalPlugin
{
    /// <summary>Its id, as the manifest names it.</summary>
    public required string Id { get; init; }

    /// <summary>The version that runs.</summary>
    public required string Version { get; init; }
}
