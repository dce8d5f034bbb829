using Stogram.Plugins;

namespace Stogram.Probe;

public sealed record Shovel(string How, Guid? Id = null, int Seconds = 0, string Name = "dig", bool ForServer = false);

/// <summary>A job that digs as it is told: at once, slowly until somebody ends it, or in vain.</summary>
internal sealed class Dig(Notebook notebook) : IBackgroundJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellation)
    {
        switch (run.Payload.TryGetProperty("how", out var how) ? how.GetString() : "quick")
        {
            case "vain":
                throw new ProbeException($"try {run.Attempt} was in vain");
            case "slow":
                await notebook.Switched(run.OrganizationId, "began", cancellation);
                run.Report(0.25, "a quarter of the hole");
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "once" when run.Attempt == 1:
                await notebook.Switched(run.OrganizationId, "began", cancellation);
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
        }

        await notebook.Switched(run.OrganizationId, "dug", cancellation);
    }
}

/// <summary>For the whole server: notes who has the plugin on, and goes on until it is ended where it is told to.</summary>
internal sealed class Sweep(Notebook notebook) : IBackgroundJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellation)
    {
        foreach (var organizationId in run.Organizations)
        {
            await notebook.Switched(organizationId, "swept", cancellation);
        }

        if (run.Payload.TryGetProperty("how", out var how) && how.GetString() == "slow")
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }
}

internal static class Digging
{
    public static async Task<Answer> Enqueue(this IJobs jobs, PluginCaller caller, Shovel shovel, TimeProvider time, CancellationToken cancellation)
    {
        var job = new JobRequest
        {
            OrganizationId = shovel.ForServer ? Guid.Empty : caller.OrganizationId,
            Name = shovel.Name,
            JobId = shovel.Id ?? Guid.CreateVersion7(),
            Payload = System.Text.Json.JsonSerializer.SerializeToElement(shovel, ProbeJson.Default.Shovel),
            DueAt = shovel.Seconds == 0 ? null : time.GetUtcNow().AddSeconds(shovel.Seconds),
        };
        return Answer.Ok(await jobs.EnqueueAsync(job, cancellation), ProbeJson.Default.Boolean);
    }
}
