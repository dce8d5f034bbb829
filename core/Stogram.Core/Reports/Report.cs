using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Reports;

/// <summary>A message or a person that somebody finds wrong, with what was said as it was then.</summary>
public sealed class Report
{
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }

    public Guid ReporterId { get; set; }

    /// <summary>The sender of the message, or the person.</summary>
    public Guid UserId { get; set; }

    public Guid? ChatId { get; set; }

    public Guid? MessageId { get; set; }

    public string? ChatName { get; set; }

    public ReportReason Reason { get; set; }

    public string? Comment { get; set; }

    public string? Said { get; set; }

    public string[] FileNames { get; set; } = [];

    public DateTimeOffset? SaidAt { get; set; }

    public ReportState State { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

[JsonConverter(typeof(UpperSnakeJson<ReportReason>))]
public enum ReportReason
{
    Spam,
    Abuse,
    Illegal,
    Other,
}

[JsonConverter(typeof(UpperSnakeJson<ReportState>))]
public enum ReportState
{
    Open,
    Hidden,
    Warned,
    Removed,
    Dismissed,
}
