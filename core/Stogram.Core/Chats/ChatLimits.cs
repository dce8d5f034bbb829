using System.ComponentModel.DataAnnotations;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

public sealed record ChatLimits
{
    /// <summary>Of one group or channel.</summary>
    [Range(2, 1_000_000)]
    public int Members { get; init; } = 10_000;

    /// <summary>Of one group.</summary>
    [Range(1, 10_000)]
    public int Topics { get; init; } = 200;

    internal Refusal? Refuse(int members) => members > Members ? Refusal.Limit(Members, "members in a chat") : null;
}
