using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Stogram.Plugins;

/// <summary>
/// What an endpoint or a command answers: data or a refusal, in the same envelope as the core's own. Made into JSON
/// at once, so nothing of the plugin's types travels on.
/// </summary>
public sealed class Answer : IResult
{
    private Answer(JsonElement? data, RefusalCode? code, string? message, JsonElement? details) =>
        (Data, Code, Message, Details) = (data, code, message, details);

    /// <summary>Done, with nothing to say: <c>data</c> is null.</summary>
    public static Answer Done { get; } = new(null, null, null, null);

    internal JsonElement? Data { get; }

    internal RefusalCode? Code { get; }

    internal string? Message { get; }

    internal JsonElement? Details { get; }

    /// <summary>Done, with data.</summary>
    public static Answer Ok<T>(T data, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToElement(data, type), null, null, null);

    /// <summary>Refused, with words for a person and perhaps an object for a program.</summary>
    public static Answer Refuse(RefusalCode code, string message, JsonElement? details = null) =>
        new(null, code, message, details);

    /// <summary>Something sent is wrong: <c>VALIDATION_FAILED</c>, naming the field.</summary>
    public static Answer Invalid(string field, string message) =>
        Refuse(RefusalCode.ValidationFailed, "Some of what was sent is not right.", AnswerJson.Object(field, message));

    /// <summary>There is nothing that the caller may know of.</summary>
    public static Answer NotFound() => Refuse(RefusalCode.NotFound, "There is nothing here that you can see.");

    /// <summary>Called by ASP.NET Core to write it.</summary>
    public Task ExecuteAsync(HttpContext httpContext) => AnswerJson.Write(httpContext, this);
}

/// <summary>Why something was refused; each has the HTTP status of the core's code of the same name.</summary>
public enum RefusalCode
{
    /// <summary>400: the request is wrong; details by field.</summary>
    ValidationFailed,

    /// <summary>403: the caller may see it and may not do that.</summary>
    Forbidden,

    /// <summary>404: not there, or not for the caller to know of.</summary>
    NotFound,

    /// <summary>409: it is not as the caller believes.</summary>
    Conflict,

    /// <summary>422: a rule says no.</summary>
    Rejected,

    /// <summary>429: too often.</summary>
    RateLimited,

    /// <summary>503: not now.</summary>
    Unavailable,
}
