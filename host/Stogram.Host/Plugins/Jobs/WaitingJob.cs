using System.Text.Json;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>One job's place in the table.</summary>
internal readonly record struct JobKey(string PluginId, Guid OrganizationId, Guid Id);

/// <param name="Turn">Which time it waits: a trigger of an earlier one does nothing.</param>
internal sealed record WaitingJob(JobKey Key, int Turn, DateTimeOffset DueAt);

/// <param name="Run">Whose it is, as long as that stands in the table.</param>
internal sealed record ClaimedJob(JobKey Key, Guid Run, string Name, string? Cron, JsonElement Payload, int Attempt);
