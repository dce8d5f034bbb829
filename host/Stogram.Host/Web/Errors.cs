using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Stogram.Core.Shared;

namespace Stogram.Host.Web;

/// <summary>Whatever fails, and whatever is not there, answers with the envelope.</summary>
internal static class Errors
{
    public static void AddStogramErrors(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Handler>();
        services.AddProblemDetails();
    }

    public static void UseStogramErrors(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Refusals.TryGetValue(context.HttpContext.Response.StatusCode, out var refusal)
            ? EnvelopeWriter.Write(context.HttpContext, refusal)
            : Task.CompletedTask);
    }

    private static readonly Dictionary<int, Refusal> Refusals = new()
    {
        [404] = Refusal.NotFound,
        [405] = new(ErrorCode.NotFound, "This path does not take that method."),
        [413] = new(ErrorCode.PayloadTooLarge, "That is larger than this server takes."),
        [415] = new(ErrorCode.UnsupportedMedia, "Send JSON, with Content-Type: application/json."),
    };

    private sealed class Handler(ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception e, CancellationToken cancellation)
        {
            var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            await EnvelopeWriter.Write(context, Faults.Explain(e, traceId, log));
            return true;
        }
    }
}
