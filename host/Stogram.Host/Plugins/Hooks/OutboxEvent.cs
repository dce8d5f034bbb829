using Stogram.Core.Storage;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>An event of the outbox, and whether the plugin was on for its organization when it was written.</summary>
/// <param name="Json">As it was written, for when it must be put aside.</param>
internal sealed record OutboxEvent(Place Place, bool IsWanted, string Json, IChatEvent? Event);

/// <summary>How far a reader has come: that many events of that row.</summary>
internal readonly record struct Place(long Row, int Ordinal)
{
    /// <summary>After the last event of a row, however many it has.</summary>
    public static Place After(long row) => new(row, int.MaxValue);
}

internal static class ContractEvents
{
    public static IChatEvent? Of(OutboxRow e) => e.Kind switch
    {
        nameof(ChatCreated) => new ChatCreated { OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId },
        nameof(ChatDeleted) => new ChatDeleted { OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId },
        nameof(MemberJoined) => new MemberJoined { OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId },
        nameof(MemberLeft) => new MemberLeft { OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId },
        nameof(MessagePosted) => new MessagePosted
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, SenderId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
            Origin = Origin(e),
        },
        nameof(MessageEdited) => new MessageEdited
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
            Origin = Origin(e),
        },
        nameof(MessageDeleted) => new MessageDeleted
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
        },
        nameof(MessagePinned) => new MessagePinned
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
            On = e.On!.Value,
        },
        nameof(MessagePreviewed) => new MessagePreviewed
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, SenderId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
            On = e.On!.Value,
        },
        nameof(MessageExpired) => new MessageExpired
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, SenderId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
        },
        nameof(ReactionChanged) => new ReactionChanged
        {
            OrganizationId = e.OrganizationId, ChatId = e.ChatId, UserId = e.UserId, MessageId = e.MessageId!.Value, Seq = e.Seq!.Value,
            Emoji = e.Emoji!, On = e.On!.Value,
        },
        // Written by a newer node of the cluster.
        _ => null,
    };

    private static PluginOrigin? Origin(OutboxRow e) =>
        e is { Plugin: { } plugin, Depth: { } depth } ? new() { PluginId = plugin, Depth = depth } : null;
}
