using Stogram.Host.Plugins.Activations;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>
/// How long a plugin may be at a request: until its client is gone, its plugin is switched off, or time is up. Then it is
/// cancelled, and where it goes on all the same its connection is closed and its plugin taken out.
/// </summary>
internal sealed class RequestTime : IAsyncDisposable
{
    // The plugin's own: what it registers there must not run where the client's leaving or the switch is told.
    private readonly CancellationTokenSource source = new();

    private readonly ITimer clock;

    private readonly ITimer stuck;

    private readonly CancellationTokenRegistration aborted;

    private readonly CancellationTokenRegistration switchedOff;

    public RequestTime(HttpContext context, string hook, Activation activation, OrganizationLease lease, TimeSpan budget, TimeProvider time)
    {
        stuck = time.CreateTimer(
            _ =>
            {
                activation.Guard.Stuck(hook);
                context.Abort();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock = time.CreateTimer(_ => End(), null, budget, Timeout.InfiniteTimeSpan);
        aborted = context.RequestAborted.UnsafeRegister(_ => End(), null);
        switchedOff = lease.Cancelled.UnsafeRegister(_ => End(), null);
    }

    public CancellationToken Over => source.Token;

    public async ValueTask DisposeAsync()
    {
        await aborted.DisposeAsync();
        await switchedOff.DisposeAsync();
        await clock.DisposeAsync();
        await stuck.DisposeAsync();
        source.Dispose();
    }

    private void End()
    {
        source.CancelApart();
        stuck.Change(Guard.StuckAfter, Timeout.InfiniteTimeSpan);
    }
}
