using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>All pinned messages of a chat, newest first: there are never more than the limit.</summary>
internal sealed class ReadPins(NpgsqlDataSource database, Membership membership, FileLinks links, CoreOptions options) : IVerb
{
    private static readonly string Pinned =
        $"""
         select {MessageSql.Columns} from core.messages m {MessageSql.Joins("$3")}
         where m.chat_id = $1 and m.seq > $2 and m.pinned_at is not null and {MessageSql.NotHidden("m", "$3")}
         order by m.seq desc limit $4
         """;

    public async Task<Outcome<MessageView[]>> Run(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        if (await membership.Find(caller, chatId, cancellation) is not { } me)
        {
            return Refusal.NotFound;
        }

        await using var command = database.CreateCommand(Pinned);
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = me.VisibleFromSeq });
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = options.Messages.Pins });
        var pinned = await MessageSql.Read(command, cancellation);
        return pinned.Select(message => links.Sign(caller, message)).ToArray();
    }
}
