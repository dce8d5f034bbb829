namespace Stogram.Plugins;

/// <summary>The organization a plugin is switched on or off for.</summary>
public sealed record OrganizationContext
{
    /// <summary>The organization's id.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>A scope of the plugin's container, disposed when the call returns.</summary>
    public required IServiceProvider Services { get; init; }
}

/// <summary>Why a plugin is off for an organization.</summary>
public enum DisableReason
{
    /// <summary>An administrator of the organization switched it off.</summary>
    SwitchedOff,

    /// <summary>It failed too often, or a call never returned: it stays off for all until an administrator acts.</summary>
    Quarantined,

    /// <summary>A plugin that it requires does not run here now; it is enabled again when that does.</summary>
    RequirementGone,
}
