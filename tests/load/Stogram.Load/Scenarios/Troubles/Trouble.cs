namespace Stogram.Load.Scenarios.Troubles;

/// <param name="Name">What the plugin Troubled calls it; likewise <paramref name="At"/>, where it does it.</param>
/// <param name="IsTakenOut">The host puts up with it for a while and no longer.</param>
internal sealed record Trouble(string What, string Name, string At, bool IsTakenOut);
