using System.Text.Json.Serialization;

namespace Stogram.Core.Shared;

/// <summary>The stable codes of the error envelope. Each has one HTTP status.</summary>
[JsonConverter(typeof(UpperSnakeJson<ErrorCode>))]
public enum ErrorCode
{
    ValidationFailed = 1,
    Unauthorized,
    TwoFactorRequired,
    Forbidden,
    NotFound,
    PluginDisabled,
    Conflict,
    PayloadTooLarge,
    QuotaExceeded,
    UnsupportedMedia,
    Rejected,
    RateLimited,
    Internal,
    Unavailable,
}

public static class ErrorCodes
{
    public static int Status(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationFailed => 400,
        ErrorCode.Unauthorized or ErrorCode.TwoFactorRequired => 401,
        ErrorCode.Forbidden => 403,
        ErrorCode.NotFound or ErrorCode.PluginDisabled => 404,
        ErrorCode.Conflict => 409,
        ErrorCode.PayloadTooLarge or ErrorCode.QuotaExceeded => 413,
        ErrorCode.UnsupportedMedia => 415,
        ErrorCode.Rejected => 422,
        ErrorCode.RateLimited => 429,
        ErrorCode.Unavailable => 503,
        _ => 500,
    };
}
