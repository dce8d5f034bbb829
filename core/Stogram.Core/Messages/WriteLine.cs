using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Messages;

/// <summary>What a line in a chat says, as <c>extra.chat</c> of a SYSTEM message: clients put it into words.</summary>
/// <param name="Event">JOINED, ADDED, LEFT, REMOVED, RENAMED, PICTURE, PINNED…</param>
/// <param name="UserIds">Whom it happened to, where not the sender; the first few.</param>
/// <param name="Count">Of how many those are the first few.</param>
/// <param name="Topic">Where it is written, in a group that has them.</param>
/// <param name="Text">A chat's name, or a warning: nothing that somebody may want gone later.</param>
internal sealed record ChatLine(
    string Event, Guid[]? UserIds = null, int? Count = null, string? Text = null, [property: JsonIgnore] long Topic = Topics.Topic.General);

/// <summary>
/// SYSTEM messages are the host's. Written under the chat's lock in the transaction of what they tell of, and announced
/// after the commit.
/// </summary>
internal sealed class WriteLine(StogramContext db, NpgsqlDataSource database, Outbox outbox, IBus bus) : IVerb
{
    public const string Type = "SYSTEM";

    /// <summary>The one line that somebody must not miss: it counts as unread.</summary>
    public const string Warned = "WARNED";

    /// <summary>Who comes and goes is told while it is a group of people who know each other; after that it is noise.</summary>
    public const int MostMembersTold = 200;

    private const int MostNamed = 10;

    private static readonly string One =
        $"select {MessageSql.Columns} from core.messages m {MessageSql.Joins()} where m.chat_id = $1 and m.seq = $2";

    /// <summary>Whom a line names.</summary>
    public static Guid[] Named(MessageView message) => message.Type == Type
        ? message.Extra.Deserialize(LineJson.Default.Extra)?.Chat?.UserIds ?? []
        : [];

    public static bool TellsOfMembers(Chat chat) => chat.Type == ChatType.Group && chat.MemberCount <= MostMembersTold;

    /// <summary>The event for the outbox; its <c>Seq</c> is what to announce.</summary>
    public async Task<OutboxRow> Run(LockedChat locked, ChatLine line, CancellationToken cancellation)
    {
        var (chat, id) = (locked.Chat, Guid.CreateVersion7(locked.Now));
        line = line with { UserIds = line.UserIds?.Take(MostNamed).ToArray(), Count = line.UserIds?.Length };
        var extra = JsonSerializer.Serialize(new Extra(line), LineJson.Default.Extra);
        var seq = ++chat.LastSeq;
        chat.ActiveAt = locked.Now;
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.messages (chat_id, seq, id, organization_id, rev, sender_id, type, content, extra, is_silent, created_at, updated_at, topic_seq)
             values ({chat.Id}, {seq}, {id}, {chat.OrganizationId}, {chat.NextRev()}, {locked.Me.UserId}, {Type},
                     {Words(line)}, {extra}::jsonb, {line.Event != Warned}, {locked.Now}, {locked.Now},
                     {(chat.TopicsFromSeq is null ? (long?)null : line.Topic)})
             """, cancellation);
        return new(chat.OrganizationId, chat.Id, "MessagePosted", locked.Me.UserId, id, seq);
    }

    /// <summary>Where the line is all that happens: commits what was locked.</summary>
    public async Task Alone(LockedChat locked, ChatLine line, CancellationToken cancellation)
    {
        var said = await Run(locked, line, cancellation);
        await outbox.Add(db, [said], cancellation);
        await locked.Commit(cancellation);
        outbox.Announce();
        await Tell(said);
    }

    public async Task Tell(OutboxRow line)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new() { Value = line.ChatId });
        command.Parameters.Add(new() { Value = line.Seq!.Value });
        foreach (var view in await MessageSql.Read(command, CancellationToken.None))
        {
            await bus.ToChat(line.ChatId, "message:new", view);
        }
    }

    /// <summary>
    /// For whoever reads messages and knows nothing of lines: bots, search, notifications. Without names: who deletes their
    /// account leaves none behind.
    /// </summary>
    private static string Words(ChatLine line) =>
        $"{Verb(line)} {(line.UserIds is null ? "" : line.Count == 1 ? "somebody" : $"{line.Count} people")}{line.Text}".TrimEnd();

    private static string Verb(ChatLine line) => line.Event switch
    {
        "JOINED" => "joined",
        "ADDED" => "added",
        "LEFT" => "left",
        "REMOVED" => "removed",
        "RENAMED" => "changed the name to",
        "PICTURE" => "changed the picture",
        "PINNED" => "pinned a message",
        "TOPIC" => "began the topic",
        "TOPIC_RENAMED" => "named the topic",
        "TOPIC_CLOSED" => "closed the topic",
        "TOPIC_OPENED" => "opened the topic again",
        Warned => "warned:",
        "OWNER" => "handed the chat over to",
        _ => line.Event.ToLowerInvariant(),
    };

    internal sealed record Extra(ChatLine? Chat);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WriteLine.Extra))]
internal sealed partial class LineJson : JsonSerializerContext;
