using System.Text.Json.Serialization;

namespace Stogram.Plugins;

/// <summary>A kind of work a plugin does in the background.</summary>
public sealed record PluginJob
{
    /// <summary>Lower-case letters, digits and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>On whose behalf it is done.</summary>
    public JobScope Scope { get; init; }

    /// <summary>
    /// When it runs by itself, once in each organization that has the plugin on, or once on the server: five fields as in crontab, in UTC, or
    /// <c>@daily</c> and the like. What was missed while the server was down is made up for once. Without: only what is
    /// enqueued.
    /// </summary>
    public string? Cron { get; init; }

    /// <summary>Seconds that a run may take; 600 where nothing is said, at most a day.</summary>
    public int Timeout { get; init => field = value == 0 ? 600 : value; } = 600;

    /// <summary>How often it is tried, with growing pauses; 5 where nothing is said.</summary>
    public int Attempts { get; init => field = value == 0 ? 5 : value; } = 5;
}

/// <summary>On whose behalf a job is done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobScope>))]
public enum JobScope
{
    /// <summary>Of one organization that has the plugin on; it ends when the plugin is switched off there.</summary>
    [JsonStringEnumMemberName("organization")]
    Organization,

    /// <summary>Of the server, while any organization has the plugin on: for what all of them share.</summary>
    [JsonStringEnumMemberName("server")]
    Server,
}
