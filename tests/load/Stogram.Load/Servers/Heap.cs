using Microsoft.Diagnostics.Runtime;

namespace Stogram.Load.Servers;

/// <summary>
/// What a server would keep if it collected now: the bytes that are reached from its roots, seen from outside while it
/// is held for a moment.
/// </summary>
internal static class Heap
{
    public static long Reachable(int process)
    {
        using var target = DataTarget.AttachToProcess(process, suspend: true);
        using var runtime = target.ClrVersions.Single().CreateRuntime();
        var heap = runtime.Heap;
        var seen = new HashSet<ulong>();
        var next = new Stack<ClrObject>();
        foreach (var root in heap.EnumerateRoots())
        {
            Reach(root.Object);
        }

        var bytes = 0L;
        while (next.TryPop(out var one))
        {
            bytes += (long)one.Size;
            foreach (var other in one.EnumerateReferences())
            {
                Reach(other);
            }
        }

        return bytes;

        void Reach(ClrObject one)
        {
            if (one.IsValid && seen.Add(one.Address))
            {
                next.Push(one);
            }
        }
    }
}
