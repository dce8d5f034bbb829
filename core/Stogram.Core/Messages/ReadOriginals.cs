using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <param name="Origin">As it may be shown where it goes.</param>
internal sealed record Original(MessageView Message, OriginView Origin);

/// <summary>What somebody is about to forward, as they see it themselves, in the order in which it was said.</summary>
internal sealed class ReadOriginals(NpgsqlDataSource database, TimeProvider time) : IVerb
{
    private static readonly string Visible =
        $"""
         select c.type, c.name, u.display_name, {MessageSql.Columns}
         from core.memberships mine
         join core.chats c on c.id = mine.chat_id
         join core.messages m on m.chat_id = mine.chat_id and m.seq > mine.visible_from_seq and m.id = any($4)
         join core.users u on u.id = m.sender_id
         {MessageSql.Joins()}
         where mine.chat_id = $1 and mine.user_id = $2 and mine.organization_id = $3
           and not m.is_deleted and (m.expires_at is null or m.expires_at > $5) and {MessageSql.NotHidden("m", "$2")}
         order by m.seq
         """;

    public async Task<List<Original>> Run(Caller caller, Guid chatId, Guid[] ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Visible);
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = ids });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var originals = new List<Original>();
        while (await reader.ReadAsync(cancellation))
        {
            var message = MessageSql.Row(reader, 3);
            originals.Add(new(message, message.ForwardedFrom ?? Origin(message, reader.GetString(0), reader)));
        }

        return originals;
    }

    private static OriginView Origin(MessageView message, string chatType, NpgsqlDataReader row) => chatType switch
    {
        "PRIVATE" => new(null, null, message.SenderId, row.GetString(2), message.CreatedAt),
        "CHANNEL" => new(message.ChatId, message.Id, null, row.GetString(1), message.CreatedAt),
        _ => new(message.ChatId, message.Id, message.SenderId, row.GetString(2), message.CreatedAt),
    };
}
