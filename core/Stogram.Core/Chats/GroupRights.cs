using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

internal static class GroupRights
{
    public static Refusal? RefuseChange(LockedChat locked) => locked switch
    {
        { Chat.Type: ChatType.Private } => Refusal.Forbidden("Nobody comes into a private chat or out of it."),
        { Me.IsAdministrator: false } => Refusal.Forbidden("Only the group's admins can do that."),
        _ => null,
    };

    /// <summary>In a private chat either of the two.</summary>
    public static Refusal? RefusePin(LockedChat locked) =>
        locked.Chat.Type == ChatType.Private ? null : RefuseChange(locked);

    public static Refusal? RefuseTimer(LockedChat locked) => RefusePin(locked);
}
