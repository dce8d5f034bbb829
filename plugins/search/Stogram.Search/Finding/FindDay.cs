using Stogram.Plugins;
using Stogram.Search.Asking;

namespace Stogram.Search.Finding;

/// <summary>Where a day begins in a chat, to jump there.</summary>
internal sealed class FindDay(IPluginDatabase database)
{
    public async Task<Answer> Run(PluginCaller caller, Guid chatId, string? on, string? zone, CancellationToken cancellation)
    {
        if (Days.Zone(zone) is not { } found)
        {
            return Answer.Invalid("zone", "Not a time zone.");
        }

        if (on is null || Days.Read(on, found) is not { } day)
        {
            return Answer.Invalid("on", "A day, such as 2026-11-27.");
        }

        await using var command = database.Source.CreateCommand(
            """
            select (select d.seq from documents d
                    where d.chat_id = r.chat_id and d.seq > r.after_seq and d.said_at >= $4 order by d.said_at, d.seq limit 1)
            from reading.readers r where r.user_id = $1 and r.organization_id = $2 and r.chat_id = $3
            """);
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = day.Start });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? Answer.Ok(new DayView(reader.IsDBNull(0) ? null : reader.GetInt64(0)), SearchJson.Default.DayView)
            : Answer.NotFound();
    }
}
