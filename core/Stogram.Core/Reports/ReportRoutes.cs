using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Reports;

internal static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/reports", (Caller caller, MakeReportRequest request, MakeReport verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithTags("Reports").WithSummary("Report a message or a person to the administrators");
        var reports = api.MapGroup("/admin/reports").WithTags("Administration");
        reports.MapGet("", (Caller caller, [AsParameters] ReportsRequest request, ReadReports verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("What was reported, the oldest first");
        reports.MapPost("/{id:guid}", (Caller caller, Guid id, DecideReportRequest request, DecideReport verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Hide the message, warn or remove the person, or dismiss the report");
    }
}
