using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Discussions;

public sealed record LinkDiscussionRequest([property: Required] Guid? GroupId) : IRequest;

/// <summary>Makes a group the place where a channel's posts are talked about, or ends that. What was said stays in both.</summary>
internal sealed class LinkDiscussion(StogramContext db, LockChat lockChat, Membership membership, IBus bus) : IVerb
{
    public async Task<Outcome<ChatView>> Run(Caller caller, Guid chatId, LinkDiscussionRequest request, CancellationToken cancellation)
    {
        var groupId = request.GroupId!.Value;
        var (locked, group) = await lockChat.Both(caller, chatId, groupId, cancellation);
        await using var _ = locked;
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (RefuseIn(locked) is { } refusal)
        {
            return refusal;
        }

        if (group is null || await membership.Find(caller, groupId, cancellation) is not { } mine)
        {
            return Refusal.NotFound;
        }

        var channel = locked.Chat;
        if (channel.LinkedChatId == groupId)
        {
            return ChatView.Of(channel);
        }

        if ((RefuseIn(locked with { Chat = group, Me = mine }) ?? RefusePair(channel, group)) is { } no)
        {
            return no;
        }

        (channel.LinkedChatId, group.LinkedChatId) = (group.Id, channel.Id);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.discussions (chat_id, group_id, organization_id, key, from_seq, posted_rev, counted_rev, followed_at)
             values ({channel.Id}, {group.Id}, {channel.OrganizationId}, gen_random_uuid(), {channel.LastSeq}, {channel.Rev}, 0, now())
             """, cancellation);
        return await Change(locked, group, cancellation);
    }

    public async Task<Outcome<ChatView>> End(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var (locked, other) = await lockChat.WithLinked(caller, chatId, cancellation);
        await using var _ = locked;
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (RefuseIn(locked) is { } refusal)
        {
            return refusal;
        }

        if (other is null)
        {
            return Refusal.NotFound;
        }

        await Part(locked, other, cancellation);
        return await Change(locked, other, cancellation);
    }

    /// <summary>For whoever has locked both.</summary>
    public async Task Part(LockedChat locked, Chat other, CancellationToken cancellation)
    {
        (locked.Chat.LinkedChatId, other.LinkedChatId) = (null, null);
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"delete from core.discussions where chat_id = {locked.Chat.Id} or group_id = {locked.Chat.Id}", cancellation);
    }

    private async Task<ChatView> Change(LockedChat locked, Chat other, CancellationToken cancellation)
    {
        locked.Chat.NextRev();
        other.NextRev();
        await locked.Commit(cancellation);
        await Tell(locked.Chat);
        await Tell(other);
        return ChatView.Of(locked.Chat);
    }

    public Task Tell(Chat chat) => bus.ToChat(chat.Id, "chat:updated", new ChatEvent(chat.Id, chat.Rev, ChatView.Of(chat)));

    private static Refusal? RefuseIn(LockedChat locked) =>
        GroupRights.Refuse(locked, ChatRight.ChangeInfo)
        ?? (locked.Me.IsAdministrator ? null : Refusal.Forbidden("Only admins link a discussion."));

    private static Refusal? RefusePair(Chat channel, Chat group) => (channel, group) switch
    {
        ({ Type: not ChatType.Channel }, _) => Refusal.Invalid("groupId", "Only a channel has a discussion."),
        (_, { Type: not ChatType.Group } or { IsSecret: true }) => Refusal.Invalid("groupId", "A discussion is a group."),
        ({ LinkedChatId: not null }, _) => Refusal.Conflict("This channel has a discussion already. Unlink it first."),
        (_, { LinkedChatId: not null }) => Refusal.Conflict("This group is the discussion of another channel."),
        (_, { HistoryVisible: false }) => Refusal.Conflict("Who joins this group does not see what was said before. Change that first."),
        _ => null,
    };
}
