using Npgsql;
using Stogram.Plugins;

namespace Stogram.SlowMode.Intervals;

internal sealed class ReadInterval(IChats chats, IPluginDatabase database, IPluginSettings<SlowModeSettings> settings)
{
    public async Task<Answer> Run(PluginCaller caller, Guid chatId, CancellationToken cancellation) =>
        await chats.FindMemberAsync(caller, chatId, cancellation) is { } member
            ? Answer.Ok(await For(member, caller.OrganizationId, cancellation), SlowModeJson.Default.IntervalView)
            : Answer.NotFound();

    public async Task<IntervalView> For(ChatMembership member, Guid organizationId, CancellationToken cancellation)
    {
        var exempt = settings.For(organizationId).Exempts(member.Role);
        var (seconds, nextAt, retryAfter) = await Read(member, cancellation);
        return exempt
            ? new(seconds, Exempt: true, NextAt: null, RetryAfter: 0)
            : new(seconds, Exempt: false, nextAt, retryAfter);
    }

    private async Task<(int Seconds, DateTimeOffset? NextAt, int RetryAfter)> Read(
        ChatMembership member, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            """
            select seconds, next_at, coalesce(ceil(extract(epoch from next_at - now())), 0)::int
            from intervals left join lateral (
                select taken_at + make_interval(secs => seconds) as next_at from turns
                where turns.chat_id = intervals.chat_id and user_id = $2
                and taken_at + make_interval(secs => seconds) > now()) turn on true
            where chat_id = $1
            """);
        command.Parameters.Add(new() { Value = member.ChatId });
        command.Parameters.Add(new() { Value = member.UserId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt32(0), NextAt(reader), reader.GetInt32(2))
            : (0, null, 0);
    }

    private static DateTimeOffset? NextAt(NpgsqlDataReader reader) =>
        reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1);
}
