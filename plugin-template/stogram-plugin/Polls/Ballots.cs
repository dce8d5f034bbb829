using Npgsql;
using Stogram.Plugins;

namespace Polls;

/// <summary>Who has voted for what, and telling the chat of it.</summary>
internal sealed class Ballots(IPluginDatabase database, IRealtime realtime)
{
    /// <summary>False where there is such a poll already.</summary>
    public async Task<bool> Open(RealtimeCaller asker, PollKey poll, int options, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            insert into questions (chat_id, message_id, organization_id, user_id, options, asked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """, poll.ChatId, poll.Id, asker.OrganizationId, asker.UserId, options, now);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>A poll as this person sees it, who asked and how many answers it has; null if there is none.</summary>
    public async Task<(PollView View, Guid AskedBy)?> Find(PollKey poll, Guid? userId, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            select array(
                select (select count(*)::int from votes v where v.chat_id = q.chat_id and v.message_id = q.message_id and v.option = o)
                from generate_series(1, q.options) o order by o),
              q.closed, q.user_id,
              (select v.option from votes v where v.chat_id = q.chat_id and v.message_id = q.message_id and v.user_id = $3)
            from questions q where q.chat_id = $1 and q.message_id = $2
            """, poll.ChatId, poll.Id, userId ?? Guid.Empty);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (new(poll.ChatId, poll.Id, reader.GetFieldValue<int[]>(0), reader.GetBoolean(1), reader.IsDBNull(3) ? null : reader.GetInt32(3)), reader.GetGuid(2))
            : null;
    }

    /// <summary>Another answer takes the place of the one before. False where the poll is closed.</summary>
    public async Task<bool> Cast(PollKey poll, Guid userId, int option, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            insert into votes (chat_id, message_id, user_id, option)
            select chat_id, message_id, $3, $4 from questions where chat_id = $1 and message_id = $2 and not closed
            on conflict (chat_id, message_id, user_id) do update set option = excluded.option
            """, poll.ChatId, poll.Id, userId, option);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public async Task Close(PollKey poll, CancellationToken cancellation)
    {
        await using var command = Command("update questions set closed = true where chat_id = $1 and message_id = $2", poll.ChatId, poll.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Of one message, or of a whole chat.</summary>
    public async ValueTask Forget(Guid chatId, Guid? messageId, CancellationToken cancellation)
    {
        await using var command = Command("delete from questions where chat_id = $1 and ($3 or message_id = $2)", chatId, messageId ?? Guid.Empty, messageId is null);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>It may get lost on the way: who opens the chat asks anew.</summary>
    public async Task Tell(Guid organizationId, PollKey poll, CancellationToken cancellation)
    {
        if (await Find(poll, null, cancellation) is var (view, _))
        {
            await realtime.ToChatAsync(organizationId, poll.ChatId, "polls:changed", view, PollJson.Default.PollView, cancellation);
        }
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
