using Npgsql;
using Stogram.Plugins;
using Stogram.Search.Asking;

namespace Stogram.Search.Finding;

internal sealed class RunSearch(
    Resolve resolve, FindMessages messages, FindNames names, IPluginSettings<SearchSettings> settings, TimeProvider time)
{
    private const int MostHits = 50;

    private const string QueryCanceled = "57014";

    public async Task<Answer> Run(PluginCaller caller, SearchParameters asked, CancellationToken cancellation)
    {
        var (query, wrong) = ReadQuery.From(asked);
        wrong ??= asked.Order is null or "best" or "newest" ? null : Answer.Invalid("order", "best or newest.");
        wrong ??= asked.Limit is null or (>= 1 and <= MostHits) ? null : Answer.Invalid("limit", $"From 1 to {MostHits}.");
        var place = asked.Cursor is { } cursor ? Place.Read(cursor) : Place.Start(time.GetUtcNow());
        wrong ??= place is null ? Answer.Invalid("cursor", "Not a cursor of a search.") : null;
        return wrong ?? await Find(caller, query!, asked, place!, cancellation);
    }

    private async Task<Answer> Find(
        PluginCaller caller, SearchQuery query, SearchParameters asked, Place place, CancellationToken cancellation)
    {
        if (await resolve.Chats(caller, query.In, cancellation) is not { } chats
            || await resolve.People(caller, query.From, cancellation) is not { } senders)
        {
            return Answer.NotFound();
        }

        var question = new Question(
            caller, query, settings.For(caller.OrganizationId).Language,
            query.In.Count > 0 ? chats : null, query.From.Count > 0 ? senders : null, asked.Order == "newest", asked.Limit ?? 20);
        try
        {
            var (hits, next) = await messages.Run(question, place, cancellation);
            var words = asked.Cursor is null && query.IsWords ? string.Join(' ', query.Wanted.Select(term => term.Text)) : null;
            return Answer.Ok(
                new SearchView(
                    hits,
                    words is null ? [] : await names.Chats(caller, words, cancellation),
                    words is null ? [] : await names.People(caller, words, cancellation),
                    next?.Write()),
                SearchJson.Default.SearchView);
        }
        catch (PostgresException e) when (e.SqlState == QueryCanceled && !cancellation.IsCancellationRequested)
        {
            return Answer.Refuse(RefusalCode.Unavailable, "That takes too long to look for: say more of it.");
        }
    }
}
