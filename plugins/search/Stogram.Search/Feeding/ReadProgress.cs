using Stogram.Plugins;

namespace Stogram.Search.Feeding;

/// <param name="Done">From 0 to 1.</param>
internal sealed record ProgressView(long Chats, long ChatsDone, double Done, string Language);

/// <summary>How much of an organization is in the index, for its administrators.</summary>
internal sealed class ReadProgress(IPluginDatabase database, IPluginSettings<SearchSettings> settings)
{
    public static bool MayAsk(PluginCaller caller) => caller.Role is OrganizationRole.Owner or OrganizationRole.Admin;

    public async Task<Answer> Run(PluginCaller caller, CancellationToken cancellation)
    {
        if (!MayAsk(caller))
        {
            return Answer.Refuse(RefusalCode.Forbidden, "Only an administrator sees how far the index is.");
        }

        await using var command = database.Source.CreateCommand(
            """
            select count(*), count(*) filter (where i.rev >= c.rev),
                coalesce(sum(least(i.rev, c.rev)) / nullif(sum(c.rev), 0), 1)::float8
            from reading.chats c left join indexed_chats i on i.chat_id = c.id
            where c.organization_id = $1
            """);
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return Answer.Ok(
            new ProgressView(reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(2), settings.For(caller.OrganizationId).Language),
            SearchJson.Default.ProgressView);
    }
}
