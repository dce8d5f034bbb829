using Stogram.Host.Plugins.Activations;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>A request that goes on after it was cancelled: its connection is closed, its plugin taken out.</summary>
internal sealed class StuckRequest : IAsyncDisposable
{
    private readonly ITimer timer;

    private readonly CancellationTokenRegistration registration;

    public StuckRequest(HttpContext context, Activation activation, CancellationToken cancelled, TimeProvider time)
    {
        var hook = $"{context.Request.Method} {context.Request.Path}";
        timer = time.CreateTimer(
            _ =>
            {
                activation.Guard.Stuck(hook);
                context.Abort();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        registration = cancelled.UnsafeRegister(_ => timer.Change(Guard.StuckAfter, Timeout.InfiniteTimeSpan), null);
    }

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        await timer.DisposeAsync();
    }
}
