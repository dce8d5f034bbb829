using Stogram.Core.Shared;

namespace Stogram.Core.Limits;

/// <summary>Counts, on this node or over all of them.</summary>
public interface ILimits
{
    /// <summary>Null if this account may go on; else why not, and when again.</summary>
    ValueTask<Refusal?> Take(Limit limit, string account, CancellationToken cancellation);
}
