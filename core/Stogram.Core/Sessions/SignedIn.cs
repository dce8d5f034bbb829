using System.Text.Json.Serialization;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <param name="RefreshToken">Absent for browsers: theirs travels in a cookie that no script can read.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record TokensView(
    string AccessToken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    int ExpiresIn);

public sealed record SignedInView(
    MeView User,
    string AccessToken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    int ExpiresIn);
