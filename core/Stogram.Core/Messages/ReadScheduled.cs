using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>What the caller has waiting in a chat, the next first. Nobody else sees it.</summary>
internal sealed class ReadScheduled(NpgsqlDataSource database, Membership membership, FileLinks links, CoreOptions options) : IVerb
{
    private const string Waiting =
        """
        select s.id, s.chat_id, s.sender_id, s.request::text, s.due_at, s.failure::text, s.created_at, s.updated_at, f.files,
               r.id, r.seq, r.sender_id, left(r.content, 200)
        from core.scheduled_messages s
        join core.memberships m on m.chat_id = s.chat_id and m.user_id = s.sender_id
        left join core.messages r on r.chat_id = s.chat_id and r.id = (s.request ->> 'replyToId')::uuid
          and not r.is_deleted and r.seq > m.visible_from_seq
        left join lateral (
          select json_agg(json_build_object('id', x.id, 'name', x.name, 'size', x.size, 'contentType', x.content_type)
                          order by array_position(s.file_ids, x.id))::text as files
          from core.files x where x.id = any(s.file_ids)) f on true
        where s.sender_id = $1 and ($2 is null or s.chat_id = $2) and ($3 is null or s.id = $3)
        order by s.due_at, s.id limit $4
        """;

    public async Task<Outcome<MessageView[]>> Run(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        var waiting = await Read(caller.UserId, chatId, null, cancellation);
        return waiting.Select(message => links.Sign(caller, message)).ToArray();
    }

    public async Task<MessageView?> One(Caller caller, Guid id, CancellationToken cancellation) =>
        (await Read(caller.UserId, null, id, cancellation)).FirstOrDefault();

    private async Task<List<MessageView>> Read(Guid senderId, Guid? chatId, Guid? id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Waiting);
        command.Parameters.Add(new() { Value = senderId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = chatId ?? (object)DBNull.Value });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = id ?? (object)DBNull.Value });
        command.Parameters.Add(new() { Value = options.Messages.Scheduled });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var waiting = new List<MessageView>();
        while (await reader.ReadAsync(cancellation))
        {
            waiting.Add(Row(reader));
        }

        return waiting;
    }

    private static MessageView Row(NpgsqlDataReader row)
    {
        var request = JsonSerializer.Deserialize(row.GetString(3), CoreJson.Default.SendMessageRequest)!;
        var files = row.IsDBNull(8) ? [] : JsonSerializer.Deserialize(row.GetString(8), CoreJson.Default.FileRowArray)!;
        ReplyView? replyTo = row.IsDBNull(9)
            ? null
            : new(row.GetGuid(9), row.GetInt64(10), row.GetGuid(11), row.IsDBNull(12) ? null : row.GetString(12)) { Quote = request.Quote };
        return new(
            row.GetGuid(0), row.GetGuid(1), null, null, row.GetGuid(2), MessageTypes.Text, request.Content, replyTo,
            [.. files.Select(FileView.Of)], [], [], [], request.IsEncrypted == true, request.EncryptedContent,
            IsEdited: false, IsDeleted: false, request.IsSilent == true, IsPinned: false, ExpiresAt: null,
            row.GetFieldValue<DateTimeOffset>(6), row.GetFieldValue<DateTimeOffset>(7), request.Extra ?? StoreMessages.NoExtra)
        {
            ScheduledAt = row.GetFieldValue<DateTimeOffset>(4),
            Failure = row.IsDBNull(5) ? null : JsonSerializer.Deserialize(row.GetString(5), CoreJson.Default.ErrorBody),
        };
    }
}
