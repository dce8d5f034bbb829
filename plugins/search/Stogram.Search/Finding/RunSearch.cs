using Stogram.Plugins;
using Stogram.Search.Asking;

namespace Stogram.Search.Finding;

/// <summary>Asks whichever index has the role, and shows of its hits what the caller may read.</summary>
internal sealed class RunSearch(IProviders providers, Resolve resolve, ShowHits show, FindNames names)
{
    private const int MostHits = 50;

    public async Task<Answer> Run(PluginCaller caller, SearchParameters parameters, CancellationToken cancellation)
    {
        var (asked, wrong) = ReadQuery.From(parameters);
        wrong ??= parameters.Order is null or "best" or "newest" ? null : Answer.Invalid("order", "best or newest.");
        wrong ??= parameters.Limit is null or (>= 1 and <= MostHits) ? null : Answer.Invalid("limit", $"From 1 to {MostHits}.");
        return wrong ?? (await Query(caller, asked!, parameters, cancellation) is { } query
            ? await Find(caller, asked!, query, cancellation)
            : Answer.NotFound());
    }

    private async Task<SearchQuery?> Query(PluginCaller caller, Asked asked, SearchParameters parameters, CancellationToken cancellation)
    {
        if (await resolve.Chats(caller, asked.In, cancellation) is not { } chats
            || await resolve.People(caller, asked.From, cancellation) is not { } senders)
        {
            return null;
        }

        Guid[] me = [caller.UserId];
        return new()
        {
            OrganizationId = caller.OrganizationId,
            UserId = caller.UserId,
            Terms = asked.Terms,
            Chats = asked.In.Count > 0 ? chats : null,
            Senders = (asked.From.Count > 0, asked.IsMine) switch
            {
                (true, true) => [.. senders.Intersect(me)],
                (true, false) => senders,
                (false, true) => me,
                _ => null,
            },
            Marks = asked.Marks,
            Since = asked.Since,
            Until = asked.Until,
            IsUnread = asked.IsUnread,
            IsNewest = parameters.Order == "newest",
            Limit = parameters.Limit ?? 20,
            Cursor = parameters.Cursor,
        };
    }

    private async Task<Answer> Find(PluginCaller caller, Asked asked, SearchQuery query, CancellationToken cancellation)
    {
        var page = await providers.AskAsync<ISearchIndex, SearchPage>(
            caller.OrganizationId, async (index, token) => Take(await index.SearchAsync(query, token), query.Limit), cancellation);
        switch (page)
        {
            case null:
                return Answer.Refuse(RefusalCode.Unavailable, "Nothing can be found just now. Try again in a moment.");
            case { Refused: RefusalCode.ValidationFailed }:
                return Answer.Invalid("cursor", "Not a cursor of this search: begin again.");
            case { Refused: not null }:
                return Answer.Refuse(RefusalCode.Unavailable, "That takes too long to look for: say more of it.");
        }

        var words = query.Cursor is null && asked.IsWords ? string.Join(' ', query.Wanted().Select(term => term.Text)) : null;
        return Answer.Ok(
            new SearchView(
                await show.Run(query, page.Hits, cancellation),
                words is null ? [] : await names.Chats(caller, words, cancellation),
                words is null ? [] : await names.People(caller, words, cancellation),
                page.Cursor),
            SearchJson.Default.SearchView);
    }

    /// <summary>A copy: the index may belong to a plugin that is gone in a moment.</summary>
    private static SearchPage Take(SearchPage page, int limit) => page with
    {
        Hits = [.. page.Hits.DistinctBy(hit => (hit.ChatId, hit.Seq)).Take(limit).Select(hit => hit with { Words = [.. hit.Words.OfType<string>()] })],
    };
}
