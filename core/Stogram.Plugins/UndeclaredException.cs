namespace Stogram.Plugins;

/// <summary>The plugin does what its manifest does not declare. The message ends with the line to add.</summary>
public sealed class UndeclaredException(string what, string line)
    : InvalidOperationException($"{what} is not declared. Add to plugin.json: {line}")
{
    /// <summary>The line to add to plugin.json.</summary>
    public string Line { get; } = line;
}
