using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Host.Doctor;

/// <param name="Check">What was looked at, in a word.</param>
/// <param name="Text">What was found, in plain words.</param>
/// <param name="Do">What to do about it; null where there is nothing to do.</param>
internal sealed record Finding(string Check, Health Health, string Text, string? Do = null)
{
    public static Finding Ok(string check, string text) => new(check, Health.Ok, text);

    public static Finding Note(string check, string text, string? @do = null) => new(check, Health.Note, text, @do);

    public static Finding Problem(string check, string text, string @do) => new(check, Health.Problem, text, @do);
}

[JsonConverter(typeof(UpperSnakeJson<Health>))]
internal enum Health
{
    Ok,

    /// <summary>Worth knowing; the server is not the worse for it.</summary>
    Note,
    Problem,
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(List<Finding>))]
internal sealed partial class DoctorJson : JsonSerializerContext;
