namespace Stogram.Testing.Server;

/// <summary>A wall clock that can be set while the server runs. What merely measures time goes on, as on a real machine.</summary>
public sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
