namespace Stogram.SlowMode.Turns;

/// <summary>What a refusal says beside its code.</summary>
/// <param name="RetryAfter">Whole seconds, rounded up: after them a send goes through.</param>
internal sealed record TooEarly(int RetryAfter);
