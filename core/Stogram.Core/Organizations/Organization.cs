using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Organizations;

public sealed class Organization
{
    public Guid Id { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>Null until somebody decides: then the server's default holds.</summary>
    public SignUpPolicy? SignUp { get; set; }

    public bool TwoFactorRequired { get; set; }

    /// <summary>Whether messages show something of the pages that they link to.</summary>
    public bool LinkPreviews { get; set; } = true;

    /// <summary>In bytes, here as below; null leaves it to the server.</summary>
    public long? MaxFileSize { get; set; }

    public long? StorageQuota { get; set; }

    public long? PersonQuota { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Nobody gets in until it is resumed; nothing is lost.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>On its way out for good, see <see cref="ForgetOrganizations"/>.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public List<OrganizationHost> Hosts { get; } = [];

    public OrganizationView ToView() => new(Id, Slug, Name);
}

[JsonConverter(typeof(UpperSnakeJson<SignUpPolicy>))]
public enum SignUpPolicy
{
    Open,
    Invite,
    Closed,
}

/// <summary>A name under which browsers find the server, and there this organization and no other.</summary>
public sealed class OrganizationHost
{
    public required string Host { get; set; }

    public Guid OrganizationId { get; set; }

    /// <summary>The first goes into links.</summary>
    public int Place { get; set; }
}

public sealed record OrganizationView(Guid Id, string Slug, string Name);
