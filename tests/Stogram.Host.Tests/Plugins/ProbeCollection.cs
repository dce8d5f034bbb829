namespace Stogram.Host.Tests.Plugins;

/// <summary>For classes that ask one plugin many small things, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ProbeCollection : ICollectionFixture<ProbeServer>
{
    public const string Name = "probe";
}
