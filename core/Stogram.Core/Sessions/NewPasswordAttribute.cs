using System.ComponentModel.DataAnnotations;

namespace Stogram.Core.Sessions;

/// <summary>What a new password must be. Length is the only rule: how strong one is, the web app shows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NewPasswordAttribute : StringLengthAttribute
{
    public const int Shortest = 8;

    public NewPasswordAttribute()
        : base(256)
    {
        MinimumLength = Shortest;
        ErrorMessage = "At least {2} characters.";
    }
}
