using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Reports;

/// <param name="State">OPEN where left out.</param>
public sealed record ReportsRequest(
    [property: RegularExpression("^(OPEN|HIDDEN|WARNED|REMOVED|DISMISSED)$", ErrorMessage = "OPEN, HIDDEN, WARNED, REMOVED or DISMISSED.")] string? State,
    [property: StringLength(200)] string? Cursor,
    [property: Range(1, 100)] int? Limit) : IRequest;

public sealed record ReportView(
    Guid Id,
    ReportReason Reason,
    string? Comment,
    UserView Person,
    UserView Reporter,
    Guid? ChatId,
    string? ChatName,
    Guid? MessageId,
    string? Said,
    string[] FileNames,
    DateTimeOffset? SaidAt,
    ReportState State,
    UserView? DecidedBy,
    DateTimeOffset? DecidedAt,
    DateTimeOffset CreatedAt);

/// <summary>What waits for the administrators, the oldest first.</summary>
internal sealed class ReadReports(StogramContext db) : IVerb
{
    public async Task<Outcome<ReportView[]>> Run(Caller caller, ReportsRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        if (new Chats.PageRequest(request.Cursor, request.Limit).After() is not { } after)
        {
            return Chats.PageRequest.BadCursor;
        }

        var (limit, state) = (request.Limit ?? 50, request.State is { } word ? UpperSnake.Read<ReportState>(word) : ReportState.Open);
        var reports = await db.Reports.AsNoTracking()
            .Where(report => report.OrganizationId == caller.OrganizationId && report.State == state && report.Id > after)
            .OrderBy(report => report.Id).Take(limit + 1).ToListAsync(cancellation);
        Guid?[] named = [.. reports.SelectMany(report => new[] { report.UserId, report.ReporterId, report.DecidedBy }).Distinct()];
        var people = await db.Users.Where(user => named.Contains(user.Id)).Select(UserView.Of)
            .ToDictionaryAsync(user => user.Id, cancellation);
        Outcome<ReportView[]> page = reports.Take(limit).Select(report => View(report, people)).ToArray();
        return page.WithPage(reports.Count > limit ? Cursor.Write(reports[limit - 1].Id.ToString()) : null);
    }

    private static ReportView View(Report report, Dictionary<Guid, UserView> people) => new(
        report.Id, report.Reason, report.Comment, people[report.UserId], people[report.ReporterId], report.ChatId, report.ChatName,
        report.MessageId, report.Said, report.FileNames, report.SaidAt, report.State,
        report.DecidedBy is { } decider ? people[decider] : null, report.DecidedAt, report.CreatedAt);
}
