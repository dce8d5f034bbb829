using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>One job's place in the table.</summary>
/// <param name="OrganizationId">On whose behalf; <see cref="Server"/> where it is nobody's in particular.</param>
internal readonly record struct JobKey(string PluginId, Guid OrganizationId, Guid Id)
{
    public static readonly Guid Server = Guid.Empty;

    /// <summary>Whose jobs an administrator sees and changes: the server's are the operators'.</summary>
    public static Guid[] Of(Caller caller) => caller.IsOperator ? [caller.OrganizationId, Server] : [caller.OrganizationId];

    public static JobScope Scope(Guid organizationId) => organizationId == Server ? JobScope.Server : JobScope.Organization;
}

/// <param name="Turn">Which time it waits: a trigger of an earlier one does nothing.</param>
internal sealed record WaitingJob(JobKey Key, int Turn, DateTimeOffset DueAt);

/// <param name="IsAsked">To end.</param>
internal sealed record HeldJob(string Name, string State, bool IsAsked);

/// <param name="Run">Whose it is, as long as that stands in the table.</param>
internal sealed record ClaimedJob(JobKey Key, Guid Run, string Name, string? Cron, JsonElement Payload, int Attempt);
