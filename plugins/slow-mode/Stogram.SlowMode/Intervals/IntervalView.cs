namespace Stogram.SlowMode.Intervals;

/// <summary>A chat's interval and what it means for who asks.</summary>
/// <param name="Seconds">0 is off.</param>
/// <param name="Exempt">They need not wait.</param>
/// <param name="NextAt">When they may write again, by the server's clock; null is now.</param>
/// <param name="RetryAfter">The same in whole seconds from now, for a client whose clock is another.</param>
internal sealed record IntervalView(int Seconds, bool Exempt, DateTimeOffset? NextAt, int RetryAfter);

/// <summary>Event <c>slow-mode:changed</c>.</summary>
internal sealed record IntervalChanged(Guid ChatId, int Seconds);
