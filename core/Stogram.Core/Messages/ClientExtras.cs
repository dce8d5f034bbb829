using System.Text.Json;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>Which plugins take <c>extra.&lt;plugin&gt;</c> from clients. The host fills it.</summary>
internal sealed class ClientExtras
{
    private const int MostBytes = 4096;

    private volatile IReadOnlyList<ClientExtra> takers = [];

    public IReadOnlyList<ClientExtra> Takers
    {
        set => takers = value;
    }

    /// <summary>What is wrong with it; null when all is well.</summary>
    public string? Fault(Guid organizationId, JsonElement extra)
    {
        if (extra.ValueKind != JsonValueKind.Object)
        {
            return "An object, by plugin.";
        }

        foreach (var part in extra.EnumerateObject())
        {
            if (!takers.Any(taker => taker.PluginId == part.Name && taker.IsOn(organizationId)))
            {
                return $"No plugin takes {part.Name} from clients.";
            }

            if (JsonSerializer.SerializeToUtf8Bytes(part.Value, CoreJson.Default.JsonElement).Length > MostBytes)
            {
                return $"{part.Name}: at most {MostBytes} bytes.";
            }

            if (!StorableJson.Is(part.Value))
            {
                return $"{part.Name}: contains characters that cannot be stored.";
            }
        }

        return null;
    }
}

internal sealed record ClientExtra(string PluginId, Func<Guid, bool> IsOn);
