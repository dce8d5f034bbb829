using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Stogram.Core.Sessions.Passkeys;

/// <summary>An object, of a size that devices' answers have. What is in it, Identity reads.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialAttribute() : ValidationAttribute("Not of the right shape.")
{
    private const int MaxLength = 16 << 10;

    public override bool IsValid(object? value) =>
        value is not JsonElement json || (json.ValueKind == JsonValueKind.Object && json.GetRawText().Length <= MaxLength);
}
