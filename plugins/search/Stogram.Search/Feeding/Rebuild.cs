using Stogram.Plugins;

namespace Stogram.Search.Feeding;

/// <summary>Drops all that the index has of an organization and begins anew.</summary>
internal sealed class Rebuild(IPluginDatabase database, Feed feed)
{
    public async Task<Answer> Run(PluginCaller caller, CancellationToken cancellation)
    {
        if (!ReadProgress.MayAsk(caller))
        {
            return Answer.Refuse(RefusalCode.Forbidden, "Only an administrator has the index made anew.");
        }

        await using var command = database.Source.CreateCommand(
            """
            with locked as materialized (
                select chat_id from indexed_chats where organization_id = $1 order by chat_id for update),
            dropped as (delete from documents d using locked l where d.chat_id = l.chat_id)
            delete from indexed_chats i using locked l where i.chat_id = l.chat_id
            """);
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        await command.ExecuteNonQueryAsync(cancellation);
        feed.LookEverywhere();
        return Answer.Done;
    }
}
