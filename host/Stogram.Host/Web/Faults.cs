using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Shared;

namespace Stogram.Host.Web;

/// <summary>The one mapping from what was thrown to what the caller is told.</summary>
internal static partial class Faults
{
    public static Refusal Explain(Exception e, string traceId, ILogger log)
    {
        switch (e)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                return BadJson.Explain(json);
            case BadHttpRequestException { StatusCode: 413 } or InvalidDataException:
                return new(ErrorCode.PayloadTooLarge, "That is larger than this server takes.");
            case BadHttpRequestException { StatusCode: 415 }:
                return new(ErrorCode.UnsupportedMedia, "Send JSON, with Content-Type: application/json.");
            case BadHttpRequestException bad:
                return UnreadParameter().Match(bad.Message) is { Success: true, Groups: [_, var name] }
                    ? Refusal.Invalid(JsonNamingPolicy.CamelCase.ConvertName(name.Value), "Not of the right type.")
                    : Refusal.Invalid("request", "The request cannot be read.");
            case OperationCanceledException:
                return new(ErrorCode.Unavailable, "The request was broken off.");
            case BlobsUnavailableException:
                log.LogError(e, "Files cannot be stored or read");
                return new(ErrorCode.Unavailable, "The server cannot get at its files right now. Try again in a moment.");
            case TimeoutException:
                log.LogWarning(e, "The database does not answer in time");
                return new(ErrorCode.Unavailable, "The server's database does not answer. Try again in a moment.");
            case NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: SocketException or IOException }
                or InvalidOperationException { InnerException: NpgsqlException { IsTransient: true } }:
                log.LogWarning(e, "The database is not available");
                return new(ErrorCode.Unavailable, "The server cannot reach its database. Try again in a moment.");
            default:
                log.LogError(e, "Request {TraceId} failed", traceId);
                return new(ErrorCode.Internal, "Something went wrong here.", new Dictionary<string, string> { ["traceId"] = traceId });
        }
    }

    // ASP.NET Core tells which parameter it could not bind in words alone: Failed to bind parameter "long? Before" from "x".
    [GeneratedRegex("""^Failed to bind parameter "\S+ (\w+)" from """)]
    private static partial Regex UnreadParameter();
}
