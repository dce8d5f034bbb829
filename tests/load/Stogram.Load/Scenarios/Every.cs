namespace Stogram.Load.Scenarios;

internal delegate Task Scenario(Bench bench, CancellationToken cancellation);

internal static class Every
{
    private static readonly (string Name, Scenario Run)[] All =
    [
        ("pairs", Pairs.Run),
        ("groups", Groups.Run),
        ("bigroom", BigRoom.Run),
        ("plugins", Plugins.Run),
        ("badplugins", BadPlugins.Run),
        ("search", Search.Run),
        ("history", History.Run),
        ("sync", Sync.Run),
        ("idle", Idle.Run),
        ("soak", Soak.Run),
        ("town", Town.Run),
    ];

    public static IEnumerable<string> Names => All.Select(scenario => scenario.Name);

    public static IEnumerable<(string Name, Scenario Run)> Named(string[] names) =>
        All.Where(scenario => names.Length == 0 || names.Contains(scenario.Name));
}
