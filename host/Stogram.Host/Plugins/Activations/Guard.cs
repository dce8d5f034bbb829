using Stogram.Host.Startup;

namespace Stogram.Host.Plugins.Activations;

/// <summary>
/// Calls into plugin code on behalf of someone who cannot wait for ever. The call runs off the caller's thread: a loop
/// in it costs a thread and not the caller. Nothing can end such a loop from outside, so a call that does not
/// return after its cancellation is reported as stuck.
/// </summary>
internal sealed class Guard(string pluginId, FaultWindow faults, HookCosts costs, Action<string> quarantine, TimeProvider time, ILogger log)
{
    public static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(2);

    /// <summary>Calls that may hold a thread at once. Whoever awaits has given its own back.</summary>
    public static readonly int MostThreads = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SemaphoreSlim threads = new(MostThreads);

    /// <summary>Raised for what cannot be answered: it threw, or took too long.</summary>
    public async Task<T> Call<T>(
        string hook, TimeSpan budget, OrganizationLease? lease, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease?.Cancelled ?? default);
        // The plugin's own, for what it registers there stays apart. Not disposed here: a call that comes back late still
        // holds its token, and one that comes back at once has disposed it before we could ask for it.
        var source = new CancellationTokenSource();
        var token = source.Token;
        var hasBegun = false;
        // Fairly: a thread takes first what came last to its own queue, and in a rush somebody would wait for a second.
        var running = Task.Factory.StartNew(
            () =>
            {
                Volatile.Write(ref hasBegun, true);
                token.ThrowIfCancellationRequested();
                // What the host itself tells a plugin comes one at a time, and must come through.
                return lease is null ? Inside(hook, call, token) : Run(hook, call, token);
            },
            CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default).Unwrap();
        Task returned = running.ContinueWith(
            late =>
            {
                _ = late.Exception;
                lease?.Exit();
                source.Dispose();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            var value = await running.WaitAsync(budget, time, asked.Token);
            costs.Add(hook, time.GetElapsedTime(started), failed: false);
            return value;
        }
        catch (Exception e)
        {
            if (running.IsCompletedSuccessfully)
            {
                costs.Add(hook, time.GetElapsedTime(started), failed: false);
                return await running;
            }

            var thrown = running.IsCompleted ? e : null;
            if (thrown is null)
            {
                source.CancelApart();
            }

            var isBusy = thrown is null && !Volatile.Read(ref hasBegun);
            if (thrown is null && !isBusy)
            {
                _ = ReportIfStuck(hook, returned);
            }

            if (cancellation.IsCancellationRequested || lease?.Cancelled.IsCancellationRequested is true)
            {
                throw new OperationCanceledException();
            }

            costs.Add(hook, time.GetElapsedTime(started), failed: !isBusy);
            // A server without a thread to spare is no plugin's fault.
            throw isBusy ? new PluginFault($"{hook}: the server was too busy to begin within {budget.TotalSeconds:0.##} s") : Fault(hook, thrown, budget);
        }
    }

    /// <summary>
    /// Into the plugin, counted. A call that blocks or spins keeps its thread for good, and the server has few and makes new ones
    /// slowly: were there no bound, one such plugin in a busy chat would leave none to others.
    /// </summary>
    public async Task<T> Run<T>(string hook, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        await threads.WaitAsync(cancellation);
        return await Inside(
            hook,
            token =>
            {
                try
                {
                    return call(token);
                }
                finally
                {
                    threads.Release();
                }
            },
            cancellation);
    }

    private async Task<T> Inside<T>(string hook, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        costs.Enter(hook);
        try
        {
            return await call(cancellation);
        }
        finally
        {
            costs.Leave(hook);
        }
    }

    public void Fault(string hook, string what)
    {
        log.LogWarning("Plugin {Plugin}: {Hook} failed: {Fault}", pluginId, hook, what);
        if (faults.Add($"{hook}: {what}"))
        {
            quarantine($"{FaultWindow.Limit} faults in five minutes; the last was {hook}: {what}");
        }
    }

    public void Fault(string hook, Exception thrown)
    {
        Fault(hook, Describe(thrown));
        if (thrown is OutOfMemoryException)
        {
            TakeOut($"{hook} ran out of memory. Whatever it keeps or asks for at once has no bound: leave it off until its author has set one.");
        }
    }

    public void TakeOut(string reason) => quarantine(reason);

    public void Stuck(string hook) => TakeOut(
        $"{hook} did not return {StuckAfter.TotalSeconds:0} s after it was cancelled; restart node {Node.DefaultName} to free its thread");

    // Of an exception only the words go on: its type, its trace and its data may belong to the plugin.
    private PluginFault Fault(string hook, Exception? thrown, TimeSpan budget)
    {
        if (thrown is not null)
        {
            Fault(hook, thrown);
            return new($"{hook}: {Describe(thrown)}");
        }

        var late = $"took longer than {budget.TotalSeconds:0.##} s";
        Fault(hook, late);
        return new($"{hook}: {late}");
    }

    public static string Describe(Exception thrown)
    {
        var at = thrown.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
        return $"{thrown.GetType().Name}: {thrown.Message}{(at is null ? "" : $" ({at})")}";
    }

    private async Task ReportIfStuck(string hook, Task returned)
    {
        try
        {
            await returned.WaitAsync(StuckAfter, time);
        }
        catch (TimeoutException)
        {
            Stuck(hook);
        }
    }
}

/// <summary>Plugin code failed where the host called it. Carries words alone, nothing that would keep the plugin loaded.</summary>
internal sealed class PluginFault(string message) : Exception(message);
