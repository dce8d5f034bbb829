using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Audit;

internal static class AuditRoutes
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/admin/audit").WithTags("Administration");
        audit.MapGet("", (Caller caller, [AsParameters] AuditRequest request, ReadAudit verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("What was done in my organization, newest first");
        audit.MapGet("/export", (Caller caller, [AsParameters] ExportAuditRequest request, ExportAudit verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("The whole log as a file, with its hashes");
    }
}
