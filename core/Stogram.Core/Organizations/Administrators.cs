using Stogram.Core.Shared;

namespace Stogram.Core.Organizations;

/// <summary>Owners and admins of an organization.</summary>
internal static class Administrators
{
    public static Refusal? Refuse(Caller caller) =>
        caller.IsAdministrator ? null : Refusal.Forbidden("Only the organization's administrators can do this.");
}
