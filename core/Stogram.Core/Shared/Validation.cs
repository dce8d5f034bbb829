using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Stogram.Core.Shared;

/// <summary>Marks what arrives from outside: each door checks it before a verb sees it.</summary>
public interface IRequest;

internal static class Validation
{
    // What a type asks for is found out once: looking it up took longer than all else a short message needs. Held by
    // the types themselves, so that code which leaves memory takes it along.
    private static readonly ConditionalWeakTable<Type, Field[]> Known = [];

    /// <summary>Null when all is well, else one message per field, named as on the wire.</summary>
    public static Refusal? Check(IRequest request)
    {
        Dictionary<string, string>? faults = null;
        foreach (var field in Known.GetValue(request.GetType(), Fields))
        {
            if (field.Fault(request) is { } fault)
            {
                (faults ??= []).Add(field.Name, fault);
            }
        }

        return faults is null ? null : Refusal.Invalid(faults);
    }

    private static Field[] Fields(Type type) =>
        [.. type.GetProperties().Select(property => new Field(property)).Where(field => field.IsChecked)];

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

/// <summary>A property of a request and its rules; that it is required comes first.</summary>
internal sealed class Field(PropertyInfo property)
{
    private readonly ValidationAttribute[] rules =
        [.. property.GetCustomAttributes<ValidationAttribute>().OrderByDescending(rule => rule is RequiredAttribute)];

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public bool IsChecked => rules.Length > 0 || property.PropertyType == typeof(string);

    public string? Fault(IRequest request)
    {
        var value = property.GetValue(request);
        foreach (var rule in rules)
        {
            if (!rule.IsValid(value))
            {
                return rule is RequiredAttribute ? "Required." : rule.FormatErrorMessage(property.Name);
            }
        }

        // PostgreSQL's text takes neither NUL nor half a surrogate pair: refused here, it is the sender's fault and not ours.
        return value is string text && !Validation.IsStorable(text) ? "Contains characters that cannot be stored." : null;
    }
}

/// <summary>At least one character that is not white space.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NotBlankAttribute() : ValidationAttribute("Must not be empty.")
{
    public override bool IsValid(object? value) => value is not string text || !string.IsNullOrWhiteSpace(text);
}
