using Stogram.Plugins;

namespace Stogram.SlowMode;

/// <summary>As in <c>settings.schema.json</c>.</summary>
internal sealed record SlowModeSettings
{
    public bool ExemptAdmins { get; set; } = true;

    public bool Exempts(ChatRole role) => ExemptAdmins && role is (ChatRole.Owner or ChatRole.Admin);
}
