namespace Stogram.Core.Shared;

/// <summary>Why a verb said no: a stable code, words for a person, and what a program may act on.</summary>
public sealed record Refusal(ErrorCode Code, string Message, object? Details = null)
{
    public static readonly Refusal NotFound = new(ErrorCode.NotFound, "There is nothing here that you can see.");

    public static readonly Refusal Unauthorized = new(ErrorCode.Unauthorized, "Sign in first.");

    public static Refusal Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string> { [field] = message });

    public static Refusal Invalid(IReadOnlyDictionary<string, string> fields) =>
        new(ErrorCode.ValidationFailed, "Some of what was sent is not right.", fields);

    public static Refusal RateLimited(string what, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new(ErrorCode.RateLimited, $"{what} Try again in {seconds} s.", new RetryDetails(seconds));
    }

    public FailureEnvelope ToEnvelope() => new(new(Code, Message, Details));

    public static Refusal Forbidden(string message) => new(ErrorCode.Forbidden, message);

    /// <summary>As much as there may be is there already.</summary>
    public static Refusal Limit(int most, string what) =>
        Conflict($"At most {most} {what}.", new Dictionary<string, string> { ["limit"] = $"{most}" });

    public static Refusal Conflict(string message, object? details = null) =>
        new(ErrorCode.Conflict, message, details);
}

/// <param name="RetryAfter">In seconds; by REST the Retry-After header says it too.</param>
public sealed record RetryDetails(int RetryAfter);
