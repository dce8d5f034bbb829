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

    public DateTimeOffset CreatedAt { get; set; }

    public OrganizationView ToView() => new(Id, Slug, Name);
}

[JsonConverter(typeof(UpperSnakeJson<SignUpPolicy>))]
public enum SignUpPolicy
{
    Open,
    Invite,
    Closed,
}

public sealed record OrganizationView(Guid Id, string Slug, string Name);
