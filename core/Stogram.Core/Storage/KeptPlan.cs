using System.Numerics;

namespace Stogram.Core.Storage;

/// <summary>
/// A statement that is prepared and planned once, where planning costs more than running. Such a plan is as good as the
/// sizes it was made for: nearly empty tables are best read whole, and were, a minute later and each time. Another text
/// is planned anew, so it changes each time the number of runs has doubled.
/// </summary>
internal sealed class KeptPlan(string sql)
{
    /// <summary>Goes first in the same batch. Without it PostgreSQL plans each run for its values, and compiles.</summary>
    public const string Keep = "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)";

    private readonly string?[] texts = new string[32];

    private uint runs;

    public string Next()
    {
        var doublings = BitOperations.Log2(Interlocked.Increment(ref runs));
        return texts[doublings] ??= $"{sql} -- 2^{doublings}";
    }
}
