using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Stogram.Core.Files;
using Stogram.Core.Notify;
using Stogram.Core.Users;

namespace Stogram.Core.Chats;

public sealed record ChatView(
    Guid Id,
    ChatType Type,
    string? Name,
    string? Description,
    string? AvatarUrl,
    bool IsSecret,
    long Rev,
    long LastSeq,
    int MemberCount,
    DateTimeOffset CreatedAt,
    bool HistoryVisible,
    ChatRight[] MemberRights,
    bool IsListed,
    bool NeedsApproval)
{
    /// <summary>A chat with oneself, for what is worth keeping.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Seconds that a message lives here; for good where it is null.</summary>
    public int? ExpiresIn { get; init; }

    /// <summary>Whether a group is shown by topics.</summary>
    public bool HasTopics { get; init; }

    /// <summary>Of a channel the group in which it is discussed, of such a group its channel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? LinkedChatId { get; init; }

    public static ChatView Of(Chat chat) => new(
        chat.Id, chat.Type, chat.Name, chat.Description, chat.AvatarFileId is { } avatar ? FileLinks.Bare(avatar) : null, chat.IsSecret,
        chat.Rev, chat.LastSeq, chat.MemberCount, chat.CreatedAt, chat.HistoryVisible, chat.MemberRights,
        chat.IsListed, chat.NeedsApproval)
    {
        IsSaved = chat.IsSaved,
        ExpiresIn = chat.ExpiresIn,
        HasTopics = chat.HasTopics,
        LinkedChatId = chat.LinkedChatId,
    };
}

/// <summary>A member as others of the chat see them, by way of <c>Sight</c>.</summary>
/// <param name="Rights">An admin's own; null for all of them, and for who is no admin.</param>
public sealed record MemberView(
    Guid ChatId,
    Guid UserId,
    ChatRole Role,
    long Rev,
    DateTimeOffset JoinedAt,
    DateTimeOffset? LeftAt,
    ChatRight[]? Rights,
    string? Title,
    DateTimeOffset? ReadOnlyUntil,
    UserView User)
{
    public static readonly Expression<Func<ChatMember, MemberView>> Of = member => new MemberView(
        member.ChatId, member.UserId, member.Role, member.Rev, member.JoinedAt, member.LeftAt,
        member.OwnRights, member.Title, member.ReadOnlyUntil,
        new UserView(
            member.User!.Id, member.User.UserName!, member.User.DisplayName,
            member.User.AvatarFileId == null ? null : FileLinks.Place + member.User.AvatarFileId, member.User.Bio,
            member.User.Status, member.User.LastSeenAt, member.User.Role)
        {
            IsDeleted = member.User.DeletedAt != null,
        });
}

/// <summary>The caller's own state in a chat.</summary>
/// <param name="Unread">Not mine, not deleted, after my read mark; counted up to 999.</param>
/// <param name="LastDeliveredSeq">How much of the chat has reached a device of mine; not kept in large chats.</param>
/// <param name="Rights">An admin's own; null for all of them. Members have the chat's <c>memberRights</c>.</param>
public sealed record MineView(
    ChatRole Role,
    DateTimeOffset JoinedAt,
    long VisibleFromSeq,
    long LastReadSeq,
    long LastDeliveredSeq,
    int Unread,
    ChoicesView Choices,
    ChatRight[]? Rights,
    DateTimeOffset? ReadOnlyUntil);

/// <summary>What the caller decided about a chat, for themselves.</summary>
/// <param name="ArchivedSeq">How far the chat had come when it was put away; null where it is not.</param>
/// <param name="MutedUntil">In the past once it is over; in the year 9999 for ever.</param>
/// <param name="Rev">Of the caller's personal state; a higher one is newer.</param>
public sealed record ChoicesView(
    DateTimeOffset? PinnedAt,
    long? ArchivedSeq,
    DateTimeOffset? MutedUntil,
    NotifyLevel Notify,
    bool IsMarkedUnread,
    long Rev)
{
    public static ChoicesView Of(ChatMember member, long? archivedSeq) => new(
        member.PinnedAt, archivedSeq, member.MutedUntil, member.Notify, member.IsMarkedUnread, member.MeRev);
}

public sealed record ChoicesEvent(Guid ChatId, ChoicesView Choices);

public sealed record MyChatView(ChatView Chat, MineView Member);

public sealed record ChatEvent(Guid ChatId, long Rev, ChatView Chat);

/// <param name="Withheld">There is more to see of this person for some: ask for them.</param>
public sealed record ChatMemberEvent(
    Guid ChatId, long Rev, MemberView Member, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withheld);

public sealed record ChatRemovedEvent(Guid ChatId);
