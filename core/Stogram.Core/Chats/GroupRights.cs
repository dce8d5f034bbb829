using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

[JsonConverter(typeof(UpperSnakeJson<ChatRight>))]
public enum ChatRight
{
    Post,
    SendFiles,
    AddPeople,
    Pin,
    DeleteOthers,
    Ban,
    ChangeInfo,
}

/// <summary>
/// Who may do what in a chat; the web client mirrors it for what it offers. The one statement that stores messages asks
/// <c>core.rights_of</c>, which says the same.
/// </summary>
internal static class GroupRights
{
    public static readonly ChatRight[] All = Enum.GetValues<ChatRight>();

    public static ChatRight[] OfNewMembers(ChatType type) => type switch
    {
        ChatType.Channel => [],
        ChatType.Private => [ChatRight.Post, ChatRight.SendFiles, ChatRight.Pin],
        _ => [ChatRight.Post, ChatRight.SendFiles],
    };

    public static ChatRight[] Of(Chat chat, ChatMember member, DateTimeOffset now) => member switch
    {
        { Role: ChatRole.Owner } or { Role: ChatRole.Admin, OwnRights: null } => All,
        { Role: ChatRole.Admin, OwnRights: { } own } => own,
        _ when IsReadOnly(member, now) => [],
        _ => chat.MemberRights,
    };

    public static bool IsReadOnly(ChatMember member, DateTimeOffset now) =>
        member.Role == ChatRole.Member && member.ReadOnlyUntil > now;

    public static Refusal? Refuse(LockedChat locked, ChatRight right) => locked switch
    {
        { Chat.Type: ChatType.Private } => Refusal.Forbidden("Nobody comes into a private chat or out of it."),
        _ when locked.May(right) => null,
        _ => Refusal.Forbidden(right switch
        {
            ChatRight.AddPeople => "You may not add people here.",
            ChatRight.Ban => "You may not remove people here.",
            ChatRight.ChangeInfo => "You may not change this chat.",
            _ => "You may not do that here.",
        }),
    };

    /// <summary>In a private chat either of the two.</summary>
    public static Refusal? RefusePin(LockedChat locked) =>
        locked.May(ChatRight.Pin) ? null : Refusal.Forbidden("You may not pin messages here.");

    /// <summary>In a private chat either of the two; else whoever may change the chat.</summary>
    public static Refusal? RefuseTimer(LockedChat locked) =>
        locked.Chat.Type == ChatType.Private || locked.May(ChatRight.ChangeInfo)
            ? null
            : Refusal.Forbidden("You may not change this chat.");

    /// <summary>What plugins do in this chat: in a private chat either of the two, else admins who may change the chat.</summary>
    public static bool MaySetPlugins(Chat chat, ChatMember member, DateTimeOffset now) => chat.Type == ChatType.Private
        || (member.IsAdministrator && Of(chat, member, now).Contains(ChatRight.ChangeInfo));

    public static Refusal? RefuseUnlessOwner(LockedChat locked) => locked switch
    {
        { Chat.Type: ChatType.Private } => Refusal.Forbidden("A private chat has no owner."),
        { Me.Role: ChatRole.Owner } => null,
        _ => Refusal.Forbidden("Only the owner can do that."),
    };

    /// <summary>For what everybody may do who is not held back: react, edit, show that one types.</summary>
    public static Refusal? RefuseReadOnly(LockedChat locked) => locked.IsReadOnly
        ? Refusal.Forbidden("You can only read in this chat for now.")
        : null;

    /// <summary>Whoever has the right may use it on those below: admins on members, the owner on all.</summary>
    public static Refusal? RefuseOver(LockedChat locked, ChatMember other) =>
        other.Role <= locked.Me.Role ? Refusal.Forbidden("Only the owner can do that to an admin.") : null;
}
