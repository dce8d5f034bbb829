using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

internal static class GroupRights
{
    public static Refusal? RefuseChange(LockedChat locked) => locked switch
    {
        { Chat.Type: ChatType.Private } => Refusal.Forbidden("A private chat has two people, always."),
        { Me.IsAdministrator: false } => Refusal.Forbidden("Only the group's admins can do that."),
        _ => null,
    };
}
