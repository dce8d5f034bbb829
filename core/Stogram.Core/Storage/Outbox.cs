using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Core.Storage;

/// <summary>
/// What happened, one row for each transaction, written in it, for plugins to read. Commit order is not id order:
/// writers share a lock from taking an id to commit, and the reader takes it alone for an instant to learn up to which
/// id nothing can come any more. It is the last lock a writer takes; waiting for another while holding it would
/// wait for the reader, who waits for us.
/// </summary>
internal sealed class Outbox
{
    public const string TakeTurn = "select pg_advisory_xact_lock_shared(6002218870014571)";

    public const string StopTurns = "select pg_advisory_xact_lock(6002218870014571)";

    /// <summary>After a commit on this node. Readers look by themselves too: this only saves them the wait.</summary>
    public event Action? Written;

    public void Announce() => Written?.Invoke();

    /// <summary>All that the transaction made happen, in order.</summary>
    public async Task Add(StogramContext db, IReadOnlyList<OutboxRow> events, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (events.Count == 0)
        {
            return;
        }

        var json = JsonSerializer.Serialize(events, OutboxJson.Default.IReadOnlyListOutboxRow);
        await db.Database.ExecuteSqlRawAsync(TakeTurn, cancellation);
        await db.Database.ExecuteSqlAsync($"insert into core.outbox (events) values ({json}::json)", cancellation);
    }
}

/// <summary>One thing that happened, as a row of the outbox holds it among others.</summary>
/// <param name="Kind">The name of the contract's event.</param>
/// <param name="UserId">Who did it, or whom it happened to.</param>
/// <param name="Plugin">Did it by the contract, at that depth of plugins answering plugins.</param>
internal sealed record OutboxRow(
    Guid OrganizationId,
    Guid ChatId,
    string Kind,
    Guid UserId,
    Guid? MessageId = null,
    long? Seq = null,
    string? Emoji = null,
    bool? On = null,
    string? Plugin = null,
    int? Depth = null)
{
    public static OutboxRow Created(Chat chat, Guid by) => new(chat.OrganizationId, chat.Id, "ChatCreated", by);

    public static OutboxRow Joined(Chat chat, Guid userId) => new(chat.OrganizationId, chat.Id, "MemberJoined", userId);

    public static OutboxRow Deleted(Chat chat, Guid by) => new(chat.OrganizationId, chat.Id, "ChatDeleted", by);

    public static OutboxRow Edited(Caller by, Message message) => Of("MessageEdited", by, message);

    public static OutboxRow Deleted(Caller by, Message message) => Of("MessageDeleted", by, message);

    public static OutboxRow Reacted(Caller by, Message message, string emoji, bool on) =>
        Of("ReactionChanged", by, message) with { Emoji = emoji, On = on };

    public static OutboxRow Pinned(Caller by, Message message, bool on) => Of("MessagePinned", by, message) with { On = on };

    public static OutboxRow Previewed(Caller sender, Message message, bool on) => Of("MessagePreviewed", sender, message) with { On = on };

    public static OutboxRow Expired(Chat chat, Message message) =>
        new(chat.OrganizationId, chat.Id, "MessageExpired", message.SenderId, message.Id, message.Seq);

    public static OutboxRow Left(Chat chat, Guid userId) => new(chat.OrganizationId, chat.Id, "MemberLeft", userId);

    private static OutboxRow Of(string kind, Caller by, Message message) =>
        new(by.OrganizationId, message.ChatId, kind, by.UserId, message.Id, message.Seq);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<OutboxRow>))]
internal sealed partial class OutboxJson : JsonSerializerContext;
