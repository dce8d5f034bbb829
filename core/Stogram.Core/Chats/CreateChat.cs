using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Privacy;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

public sealed record CreateChatRequest(
    [property: Required, AllowedValues(ChatType.Private, ChatType.Group, ChatType.Channel, ErrorMessage = "PRIVATE, GROUP or CHANNEL.")] ChatType? Type,
    [property: StringLength(128), NotBlank] string? Name,
    [property: StringLength(1024)] string? Description,
    [property: Required, MaxLength(200)] Guid[]? MemberIds,
    [property: AllowedValues(null, false, ErrorMessage = "Secret chats are not available.")] bool? IsSecret) : IRequest;

internal sealed class CreateChat(StogramContext db, Reach reach, CoreOptions options, Outbox outbox, IBus bus, TimeProvider time) : IVerb
{
    public Task<Outcome<ChatView>> Run(Caller caller, CreateChatRequest request, CancellationToken cancellation) =>
        Run(caller, request, isOfficial: false, cancellation);

    /// <param name="isOfficial">What administrators have to tell somebody is told, whomever that person lets write.</param>
    public async Task<Outcome<ChatView>> Run(
        Caller caller, CreateChatRequest request, bool isOfficial, CancellationToken cancellation)
    {
        var others = request.MemberIds!.Where(id => id != caller.UserId).Distinct().ToArray();
        var isPrivate = request.Type == ChatType.Private;
        var isSaved = isPrivate && others.Length == 0 && request.MemberIds!.Contains(caller.UserId);
        if (isPrivate && others.Length != 1 && !isSaved)
        {
            return Refusal.Invalid("memberIds", "A private chat is with exactly one person: another one, or yourself.");
        }

        if (!isPrivate && caller.Role == UserRole.Guest)
        {
            return Refusal.Forbidden("Guests do not make groups.");
        }

        if (!isPrivate && request.Name is null)
        {
            return Refusal.Invalid("name", "A group needs a name.");
        }

        if (options.Chats.Refuse(others.Length + 1) is { } full)
        {
            return full;
        }

        if (!await db.Knows(caller, others, cancellation))
        {
            return Refusal.NotFound;
        }

        var chat = New(caller, request, time.GetUtcNow());
        if (isPrivate)
        {
            // Ids are compared as PostgreSQL does, not as .NET does: any fixed order will do, but both sides' must agree.
            var pair = new[] { caller.UserId, isSaved ? caller.UserId : others[0] }.Order().ToArray();
            (chat.LowUserId, chat.HighUserId) = (pair[0], pair[1]);
            chat.Name = chat.Description = null;
        }

        if (!isOfficial && !isSaved && await Refuse(caller, isPrivate, others, cancellation) is { } refusal)
        {
            // To read what was said, and to find the way to unblock, one comes back to a chat that is there.
            return isPrivate && await Existing(chat).SingleOrDefaultAsync(cancellation) is { } kept ? ChatView.Of(kept) : refusal;
        }

        if (await Store(chat, caller.UserId, others, cancellation) is { } existing)
        {
            return ChatView.Of(existing);
        }

        await bus.Join(chat.Id, [caller.UserId, .. others]);
        foreach (var userId in others.Append(caller.UserId))
        {
            // Not to the chat: the nodes of its members do not know yet that they need to hear it.
            await bus.ToUser(userId, "chat:new", new ChatEvent(chat.Id, chat.Rev, ChatView.Of(chat)));
        }

        return Outcome<ChatView>.New(ChatView.Of(chat));
    }

    private Task<Refusal?> Refuse(Caller caller, bool isPrivate, Guid[] others, CancellationToken cancellation) =>
        isPrivate
            ? reach.Refuse(caller.UserId, others[0], cancellation)
            : reach.RefuseAdding(caller.UserId, others, cancellation);

    private static Chat New(Caller caller, CreateChatRequest request, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganizationId = caller.OrganizationId,
        Type = request.Type!.Value,
        Name = request.Name?.Trim(),
        Description = request.Description,
        MemberRights = GroupRights.OfNewMembers(request.Type.Value),
        CreatedAt = now,
        ActiveAt = now,
    };

    /// <summary>The private chat that these two had already, or null once the new one is stored.</summary>
    private async Task<Chat?> Store(Chat chat, Guid me, Guid[] others, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ownRole = chat.Type == ChatType.Private ? ChatRole.Member : ChatRole.Owner;
        ChatMember[] members = [Member(chat, me, ownRole), .. others.Select(id => Member(chat, id, ChatRole.Member))];
        chat.MemberCount = members.Length;
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.chats (id, organization_id, type, name, description, low_user_id, high_user_id,
                                     member_rights, rev, member_count, created_at, active_at)
             values ({chat.Id}, {chat.OrganizationId}, {UpperSnake.Write(chat.Type)}, {chat.Name}, {chat.Description},
                     {chat.LowUserId}, {chat.HighUserId}, {chat.MemberRights.Select(right => UpperSnake.Write(right)).ToArray()}, {chat.Rev}, {chat.MemberCount}, {chat.CreatedAt}, {chat.ActiveAt})
             on conflict do nothing
             """, cancellation);
        if (stored == 0)
        {
            return await Existing(chat).SingleAsync(cancellation);
        }

        db.ChatMembers.AddRange(members);
        await outbox.Add(
            db,
            [OutboxRow.Created(chat, me), .. members.Select(member => OutboxRow.Joined(chat, member.UserId))],
            cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Announce();
        return null;
    }

    private IQueryable<Chat> Existing(Chat chat) => db.Chats.AsNoTracking().Where(
        old => old.OrganizationId == chat.OrganizationId && old.Type == ChatType.Private && !old.IsSecret
            && old.LowUserId == chat.LowUserId && old.HighUserId == chat.HighUserId);

    private static ChatMember Member(Chat chat, Guid userId, ChatRole role) => new()
    {
        ChatId = chat.Id,
        UserId = userId,
        OrganizationId = chat.OrganizationId,
        Role = role,
        Rev = chat.NextRev(),
        JoinedAt = chat.CreatedAt,
    };
}
