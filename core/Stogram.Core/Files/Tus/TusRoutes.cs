using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Files.Tus;

/// <summary>
/// Uploads that go on after a break, for any client of tus 1.0 (https://tus.io/protocols/resumable-upload): core,
/// creation, creation-with-upload, termination, expiration, checksum.
/// </summary>
internal static class TusRoutes
{
    public const string Place = "/api/files/tus/";

    public static void MapTus(this IEndpointRouteBuilder files)
    {
        var tus = files.MapGroup("/tus");
        tus.AddEndpointFilter(AskForVersion);
        files.MapMethods("/tus", ["OPTIONS"], (HttpContext http, CoreOptions options) =>
        {
            TusAnswer.Describe(http.Response.Headers, options.MaxFileSize);
            return new TusAnswer(204);
        }).AllowAnonymous().WithSummary("What of tus 1.0 is spoken here");
        tus.MapPost("", (Caller caller, HttpRequest request, CreateUpload verb, CancellationToken cancellation) =>
            verb.Run(caller, new(request), cancellation))
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Produces(201).WithSummary("Begin a resumable upload (tus 1.0): Upload-Length, Upload-Metadata with filename, voice, duration, waveform");
        foreach (var (method, summary) in new[]
        {
            ("HEAD", "How far an upload has got: Upload-Offset, and Upload-File-Id once it is a file"),
            ("PATCH", "Go on with an upload; its last bytes are answered with Upload-File-Id"),
            ("DELETE", "Give an upload up"),
            ("POST", "One of the others, named in X-HTTP-Method-Override"),
        })
        {
            tus.MapMethods("/{id:guid}", [method], Run).WithMetadata(new DisableRequestSizeLimitAttribute())
                .Produces(method == "HEAD" ? 200 : 204).WithSummary(summary);
        }
    }

    private static Task<TusAnswer> Run(
        HttpRequest http, Guid id, Caller caller, ReadUpload read, AppendToUpload append, EndUpload end, CancellationToken cancellation)
    {
        var request = new TusRequest(http);
        return request.Method switch
        {
            "HEAD" => read.Run(caller, id, cancellation),
            "PATCH" when !request.HasChunk => Task.FromResult(TusAnswer.WrongType),
            "PATCH" => append.Run(caller, id, request.Offset, request, cancellation),
            "DELETE" => end.Run(caller, id, cancellation),
            _ => Task.FromResult(TusAnswer.NotFound),
        };
    }

    private static ValueTask<object?> AskForVersion(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        new TusRequest(context.HttpContext.Request).IsOfThisVersion ? next(context) : ValueTask.FromResult<object?>(TusAnswer.BadVersion);
}
