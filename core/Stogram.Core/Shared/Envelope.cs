using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Stogram.Core.Shared;

/// <summary>The one shape of every answer, by REST and by the hub.</summary>
public abstract record Envelope([property: JsonPropertyOrder(-1)] bool Success);

public sealed record SuccessEnvelope<T>(
    T? Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PageInfo? Page = null) : Envelope(true);

public sealed record FailureEnvelope(ErrorBody Error) : Envelope(false);

public sealed record ErrorBody(
    ErrorCode Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Details = null);

/// <param name="Next">Opaque; hand it back as <c>cursor</c>. Null on the last page.</param>
public sealed record PageInfo(string? Next);

public static class EnvelopeWriter
{
    public static Task Write(HttpContext context, int status, Envelope envelope)
    {
        context.Response.StatusCode = status;
        if (envelope is FailureEnvelope { Error.Details: RetryDetails { RetryAfter: var seconds } })
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsJsonAsync(envelope, envelope.GetType(), context.RequestAborted);
    }

    public static Task Write(HttpContext context, Refusal refusal) =>
        Write(context, refusal.Code.Status(), refusal.ToEnvelope());
}
