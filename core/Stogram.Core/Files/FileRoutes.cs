using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Limits;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

internal static class FileRoutes
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("/files").WithTags("Files").WithLimit(LimitTable.Files);
        // The verb counts the bytes itself and stops at the limit with words of its own.
        files.MapPost("/upload", (Caller caller, HttpRequest request, UploadFile verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation))
            .WithMetadata(new DisableRequestSizeLimitAttribute(), new AcceptsMetadata(["multipart/form-data"], typeof(UploadForm)))
            .WithSummary("Upload a file, then send it with fileIds");
        files.MapGet("/{id:guid}", (HttpContext http, Guid id, [AsParameters] ReadFileRequest request, ReadFile verb, CancellationToken cancellation) =>
            verb.Run(http, id, request, cancellation)).AllowAnonymous()
            .Produces(200, contentType: ContentTypes.Bytes).WithSummary("A file's bytes, by token or by signed link");
        files.MapGet("/{id:guid}/link", (Caller caller, Guid id, ReadFile verb, CancellationToken cancellation) =>
            verb.Link(caller, id, cancellation)).WithSummary("A file with a freshly signed link");
    }
}

/// <summary>For the description alone: the body is streamed, never bound.</summary>
internal sealed record UploadForm(IFormFile File);
