using Stogram.Plugins;
using Stogram.Search.Asking;

namespace Stogram.Search.Finding;

/// <summary>What is asked for, with everything looked up.</summary>
/// <param name="Chats">Only in these, as far as the caller is in them; null is all.</param>
/// <param name="Senders">Only by these; null is everybody.</param>
internal sealed record Question(PluginCaller Caller, SearchQuery Query, string Language, Guid[]? Chats, Guid[]? Senders, bool IsNewest, int Limit)
{
    /// <summary>Where nothing is asked by words, all answer equally well.</summary>
    public bool IsRanked => !IsNewest && Query.Wanted.Any();

    /// <summary>Parts of words, and words with errors, are looked for only where somebody did not say "exactly this".</summary>
    public bool IsLoose => Query.Wanted.Any(term => !term.IsExact && term.Text.Length > 2);
}
