using Stogram.Host.Startup;

namespace Stogram.Host.Realtime.Redis;

/// <param name="Address">What may be said of the connection string, which holds a password.</param>
internal sealed record RedisSettings(string ConnectionString, string Address)
{
    public static RedisSettings? From(string? connectionString) =>
        string.IsNullOrWhiteSpace(connectionString)
            ? null
            : new(connectionString, RedisLink.Describe(connectionString) ?? throw new StartupError(
                "Stogram__Redis__ConnectionString cannot be read: write for example localhost:6379,password=secret."));

    /// <summary>A node that has not been heard of for so long is dead.</summary>
    public TimeSpan NodeExpiry { get; init; } = TimeSpan.FromSeconds(30);

    public override string ToString() => Address;
}
