namespace Stogram.Host.Tests.Plugins;

/// <summary>For tests that measure this process: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
