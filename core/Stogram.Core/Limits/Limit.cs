namespace Stogram.Core.Limits;

/// <summary>How often a group of routes or commands may be used. Metadata of the routes that are under it.</summary>
/// <param name="Name">What is counted together.</param>
/// <param name="Address">By whoever comes from one address; null where only the account counts.</param>
/// <param name="Account">By one account: who is signed in, or whom a request of somebody who is not names.</param>
public sealed record Limit(string Name, Rate? Address, Rate? Account);
