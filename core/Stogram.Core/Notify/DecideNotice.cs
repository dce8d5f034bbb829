using Stogram.Core.Users;

namespace Stogram.Core.Notify;

/// <summary>How somebody is told of a message.</summary>
public enum Notice
{
    /// <summary>Not at all; it still counts as unread.</summary>
    None,

    /// <summary>Shown, without a sound.</summary>
    Quiet,

    /// <summary>Shown and heard.</summary>
    Loud,
}

/// <param name="IsMention">The message names them, or answers something they said.</param>
/// <param name="IsBlocked">They blocked who sent it.</param>
internal readonly record struct Listener(
    bool IsSender, bool IsMention, bool IsBlocked, NotifyLevel Level, DateTimeOffset? MutedUntil, UserStatus Status);

/// <summary>
/// The one place that decides whether somebody is told of a message. The web app decides the same in
/// <c>client/src/shared/notify/decide.ts</c>. An archived chat needs no rule: not muted, the message brings it back.
/// </summary>
internal static class DecideNotice
{
    public static Notice For(Listener listener, bool isSilent, DateTimeOffset now) => listener switch
    {
        { IsSender: true } or { IsBlocked: true } => Notice.None,
        { Level: NotifyLevel.None } or { Level: NotifyLevel.Mentions, IsMention: false } => Notice.None,
        // A mute is silence: who still wants to hear of mentions has a level for it.
        { MutedUntil: { } until } when until > now => Notice.None,
        { Status: UserStatus.Dnd } => Notice.None,
        _ => isSilent ? Notice.Quiet : Notice.Loud,
    };
}
