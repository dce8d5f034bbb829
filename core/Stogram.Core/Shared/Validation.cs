using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;

namespace Stogram.Core.Shared;

/// <summary>Marks what arrives from outside: each door checks it before a verb sees it.</summary>
public interface IRequest;

internal static class Validation
{
    /// <summary>Null when all is well, else one message per field, named as on the wire.</summary>
    public static Refusal? Check(IRequest request)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(request, new ValidationContext(request), results, validateAllProperties: true);
        var faults = results
            .SelectMany(result => result.MemberNames.DefaultIfEmpty("request"), (result, name) => (Name: name, result.ErrorMessage))
            .Concat(Unstorable(request))
            .GroupBy(fault => JsonNamingPolicy.CamelCase.ConvertName(fault.Name))
            .ToDictionary(group => group.Key, group => Words(group.First()));
        return faults.Count == 0 ? null : Refusal.Invalid(faults);
    }

    private static string Words((string Name, string? ErrorMessage) fault) =>
        fault.ErrorMessage is null or [] || fault.ErrorMessage == $"The {fault.Name} field is required."
            ? "Required."
            : fault.ErrorMessage;

    // PostgreSQL's text takes neither NUL nor half a surrogate pair: refused here, it is the sender's fault and not ours.
    private static IEnumerable<(string Name, string? ErrorMessage)> Unstorable(IRequest request) =>
        from property in request.GetType().GetProperties()
        where property.PropertyType == typeof(string)
        let text = (string?)property.GetValue(request)
        where text is not null && !IsStorable(text)
        select (property.Name, (string?)"Contains characters that cannot be stored.");

    public static bool IsStorable(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out var read) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[read..];
        }

        return true;
    }
}

/// <summary>At least one character that is not white space.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NotBlankAttribute() : ValidationAttribute("Must not be empty.")
{
    public override bool IsValid(object? value) => value is not string text || !string.IsNullOrWhiteSpace(text);
}
