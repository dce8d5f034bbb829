using System.Text.Json;
using Stogram.Plugins;

namespace Stogram.SlowMode.Turns;

/// <summary>Lets a message through if its sender's turn has come, and takes the turn in the same statement.</summary>
internal sealed class TakeTurn(IPluginDatabase database, IPluginSettings<SlowModeSettings> settings) : IMessageInterceptor
{
    // The update always happens and decides by itself, with the row locked: a statement that had waited for another
    // send of the same person could not see that turn in its snapshot, and could not say how long to wait. The
    // interval is read here too, so a change made on any node holds from the next send. One clock: the database's.
    // A chat without an interval costs one look-up by primary key and writes nothing.
    private const string Sql =
        """
        with slow as (select seconds from intervals where chat_id = $1)
        insert into turns as turn (chat_id, user_id, message_id, taken_at)
        select $1, $2, $3, clock_timestamp() from slow
        on conflict (chat_id, user_id) do update set (message_id, taken_at) = (
            select case when is_due then excluded.message_id else turn.message_id end,
                   case when is_due then excluded.taken_at else turn.taken_at end
            from (select turn.taken_at + make_interval(secs => seconds) <= excluded.taken_at as is_due from slow) as judged)
        returning message_id = $3,
            ceil(extract(epoch from taken_at + make_interval(secs => (select seconds from slow)) - clock_timestamp()))::int
        """;

    /// <summary>After the others: a message that one of them refuses costs no turn.</summary>
    public int Priority => 1000;

    public async ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation) =>
        draft.IsEdit || settings.For(draft.OrganizationId).Exempts(draft.SenderRole) || await Wait(draft, cancellation) is not { } seconds
            ? Verdict.Pass
            : Verdict.Reject(
                "SLOW_MODE", $"Slow mode is on here. You can write again in {seconds} s.",
                JsonSerializer.SerializeToElement(new(seconds), SlowModeJson.Default.TooEarly));

    /// <summary>Null if the turn is this message's.</summary>
    private async Task<int?> Wait(MessageDraft draft, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = draft.ChatId });
        command.Parameters.Add(new() { Value = draft.SenderId });
        command.Parameters.Add(new() { Value = draft.MessageId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return !await reader.ReadAsync(cancellation) || reader.GetBoolean(0) ? null : Math.Max(1, reader.GetInt32(1));
    }
}
