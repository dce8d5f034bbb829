using Microsoft.AspNetCore.Http;

namespace Stogram.Plugins;

/// <summary>Who asks: signed in, of an organization that has the plugin on. A parameter of any endpoint.</summary>
public record PluginCaller
{
    /// <summary>The person.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Their organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Their role in the organization; <see cref="IChats"/> tells the one in a chat.</summary>
    public required OrganizationRole Role { get; init; }

    /// <summary>Makes an endpoint's parameter of this type. Set by the host for every plugin endpoint.</summary>
    public static ValueTask<PluginCaller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<PluginCaller>());
}

/// <summary>Who dispatched a command.</summary>
public sealed record RealtimeCaller : PluginCaller
{
    /// <summary>The socket it came by; one person may have several.</summary>
    public required string ConnectionId { get; init; }
}

/// <summary>A person's role in their organization.</summary>
public enum OrganizationRole
{
    /// <summary>Owns the organization.</summary>
    Owner,

    /// <summary>Administers it, switches plugins.</summary>
    Admin,

    /// <summary>Belongs to it.</summary>
    Member,

    /// <summary>Sees only what they were invited to.</summary>
    Guest,
}
