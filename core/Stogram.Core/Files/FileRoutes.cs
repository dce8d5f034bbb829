using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Files.Tus;
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
        files.MapTus();
        files.MapGet("/limits", (Caller caller, ReadLimits verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("How large a file may be, and how much I may store");
        foreach (var method in new[] { "GET", "HEAD" })
        {
            files.MapMethods("/{id:guid}", [method], (HttpContext http, Guid id, [AsParameters] ReadFileRequest request, ReadFile verb, CancellationToken cancellation) =>
                verb.Run(http, id, request, cancellation)).AllowAnonymous()
                .Produces(200, contentType: ContentTypes.Bytes).WithSummary("A file's bytes, by token or by signed link");
        }

        files.MapGet("/{id:guid}/link", (Caller caller, Guid id, ReadFile verb, CancellationToken cancellation) =>
            verb.Link(caller, id, cancellation)).WithSummary("A file with a freshly signed link");
        var admin = api.MapGroup("/admin/storage").WithTags("Administration");
        admin.MapGet("", (Caller caller, ChangeStorage verb, CancellationToken cancellation) =>
            verb.Read(caller, cancellation)).WithSummary("What is stored, by whom, and what may be");
        admin.MapPut("", (Caller caller, ChangeStorageRequest request, ChangeStorage verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Change what may be stored");
    }
}

/// <summary>For the description alone: the body is streamed, never bound. What is said of the file goes before it.</summary>
/// <param name="Voice"><c>true</c> for a recorded message.</param>
/// <param name="Duration">In seconds.</param>
/// <param name="Waveform">Up to 100 numbers from 0 to 255, separated by commas.</param>
internal sealed record UploadForm(string? Voice, string? Duration, string? Waveform, IFormFile File);
