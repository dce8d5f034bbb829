using System.Globalization;
using Microsoft.AspNetCore.Http;
using Stogram.Core.Shared;

namespace Stogram.Core.Files.Tus;

/// <summary>tus speaks in headers and statuses; a refusal has the envelope besides.</summary>
internal sealed record TusAnswer(int Status, Refusal? Refusal = null) : IResult
{
    public const string Version = "1.0.0";

    private const string Extensions = "creation,creation-with-upload,termination,expiration,checksum";

    // tus 1.0, checksum.
    private const int ChecksumMismatch = 460;

    public static readonly TusAnswer BadVersion = new(412, Refusal.Invalid("Tus-Resumable", $"This server speaks tus {Version}."));

    public static readonly TusAnswer NotFound = Of(Refusal.NotFound);

    public static readonly TusAnswer Locked = new(423, Refusal.Conflict("Another request is writing to this upload. Try again in a moment."));

    public static readonly TusAnswer WrongOffset = Of(Refusal.Conflict("The upload has got to another place: ask with HEAD."));

    public static readonly TusAnswer WrongType = Of(new(ErrorCode.UnsupportedMedia, "Send application/offset+octet-stream."));

    public static readonly TusAnswer WrongSum = new(ChecksumMismatch, Refusal.Invalid("Upload-Checksum", "The chunk is not what its checksum says."));

    public long? Offset { get; init; }

    public long? Length { get; init; }

    public string? Metadata { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public string? Location { get; init; }

    /// <summary>Once it is a file.</summary>
    public Guid? FileId { get; init; }

    public static TusAnswer Of(Refusal refusal) => new(refusal.Code.Status(), refusal);

    public static TusAnswer Invalid(string header, string words) => Of(Refusal.Invalid(header, words));

    /// <summary>tus 1.0, OPTIONS.</summary>
    public static void Describe(IHeaderDictionary headers, long maxSize)
    {
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Checksum-Algorithm"] = TusChecksum.Algorithms;
        headers["Tus-Max-Size"] = Text(maxSize);
    }

    public Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["Tus-Resumable"] = Version;
        headers.CacheControl = "no-store";
        Set("Upload-Offset", Offset is { } offset ? Text(offset) : null);
        Set("Upload-Length", Length is { } length ? Text(length) : null);
        Set("Upload-Metadata", string.IsNullOrEmpty(Metadata) ? null : Metadata);
        Set("Upload-Expires", Expires?.ToString("r", CultureInfo.InvariantCulture));
        Set("Upload-File-Id", FileId?.ToString());
        Set("Location", Location);
        Set("Tus-Version", Status == BadVersion.Status ? Version : null);
        if (Refusal is not null)
        {
            return EnvelopeWriter.Write(context, Status, Refusal.ToEnvelope());
        }

        context.Response.StatusCode = Status;
        return Task.CompletedTask;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
