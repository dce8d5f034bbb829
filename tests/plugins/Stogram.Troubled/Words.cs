using System.Reflection;

namespace Stogram.Troubled;

internal static class Words
{
    /// <summary>What a library says that the package may bring along.</summary>
    public static string Say() => Assembly.Load("Words").GetType("Words")!.GetMethod("Say")!.CreateDelegate<Func<string>>()();
}
