using Stogram.Plugins;

namespace Stogram.Probe;

/// <summary>An index without manners: names what anybody has said in any organization, and what is gone, whoever asks, twice and more than was asked for.</summary>
internal sealed class Careless(PluginInfo self, IPluginDatabase database) : ISearchIndex
{
    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellation)
    {
        var word = query.Terms[0].Text;
        switch (word)
        {
            case "break":
                throw new ProbeException("the index is broken");
            case "much":
                return new() { Refused = RefusalCode.Unavailable };
            case "slow":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
        }

        await using var command = database.Source.CreateCommand(
            "select chat_id, seq from reading.messages, generate_series(1, 2) where text ilike '%' || $1 || '%' or is_gone order by created_at desc");
        command.Parameters.Add(new() { Value = word == "kitten" ? "cat" : word });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var hits = new List<SearchHit> { new() { ChatId = Guid.NewGuid(), Seq = 1 }, new() { ChatId = Guid.Empty, Seq = -1 } };
        while (await reader.ReadAsync(cancellation))
        {
            hits.Add(new() { ChatId = reader.GetGuid(0), Seq = reader.GetInt64(1), Words = ["cat"] });
        }

        return new() { Hits = hits, Cursor = self.Id };
    }
}

internal static class Finding
{
    /// <summary>Who answers: its cursor says so.</summary>
    public static async Task<Answer> Find(this IProviders providers, PluginCaller caller, string word, CancellationToken cancellation)
    {
        var query = new SearchQuery
        {
            OrganizationId = caller.OrganizationId, UserId = caller.UserId, Terms = [new() { Text = word }], Limit = 10,
        };
        var found = await providers.AskAsync<ISearchIndex, Echo>(
            caller.OrganizationId,
            async (index, token) => new(await index.SearchAsync(query, token) is { Cursor: { } who } ? who : "nobody"),
            cancellation);
        return found is null ? Answer.NotFound() : Answer.Ok(found, ProbeJson.Default.Echo);
    }
}
