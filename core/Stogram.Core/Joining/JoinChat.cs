using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Invites;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Joining;

/// <param name="State">MEMBER, or ASKED where an admin has to let them in.</param>
public sealed record JoinedView(Guid ChatId, JoinState State);

/// <summary>Coming in by oneself, by a link or out of the directory: at once, or by asking.</summary>
internal sealed class JoinChat(
    StogramContext db, Membership membership, LockChat lockChat, EnterChat enter, TellAdmins tell, TimeProvider time) : IVerb
{
    public async Task<Outcome<JoinedView>> ByLink(Caller caller, LinkCodeRequest request, CancellationToken cancellation)
    {
        var hash = CreateInvite.Hash(request.Code!);
        var chatId = await db.ChatLinks.Where(link => link.CodeHash == hash).Select(link => link.ChatId)
            .FirstOrDefaultAsync(cancellation);
        await using var locked = await lockChat.ToEnter(caller, chatId, cancellation);
        // Read under the chat's lock: of two who come at once, one has the last use.
        var link = locked is null ? null : await db.ChatLinks.FirstOrDefaultAsync(one => one.CodeHash == hash, cancellation);
        if (link is null || !link.IsGood(time.GetUtcNow()))
        {
            return Refusal.NotFound;
        }

        return await Join(locked!, link, link.NeedsApproval, cancellation);
    }

    public async Task<Outcome<JoinedView>> FromDirectory(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        await using var locked = caller.Role == UserRole.Guest ? null : await lockChat.ToEnter(caller, chatId, cancellation);
        return locked is { Chat.IsListed: true }
            ? await Join(locked, null, locked.Chat.NeedsApproval, cancellation)
            : Refusal.NotFound;
    }

    /// <summary>Whoever is in a channel may come into its discussion, guests too: they were let into the one for both.</summary>
    public async Task<Outcome<JoinedView>> FromChannel(Caller caller, Guid channelId, CancellationToken cancellation)
    {
        var groupId = await membership.Of(caller)
            .Where(mine => mine.ChatId == channelId && mine.Chat!.Type == ChatType.Channel && mine.Chat.LinkedChatId != null)
            .Select(mine => mine.Chat!.LinkedChatId!.Value).FirstOrDefaultAsync(cancellation);
        await using var locked = await lockChat.ToEnter(caller, groupId, cancellation);
        return locked?.Chat.LinkedChatId == channelId
            ? await Join(locked, null, locked.Chat.NeedsApproval, cancellation)
            : Refusal.NotFound;
    }

    private async Task<Outcome<JoinedView>> Join(
        LockedChat locked, ChatLink? link, bool needsApproval, CancellationToken cancellation)
    {
        var (chatId, userId) = (locked.Chat.Id, locked.Me.UserId);
        var state = await PreviewLink.State(db, userId, chatId, cancellation);
        if (state == JoinState.Member || (state == JoinState.Asked && needsApproval))
        {
            return new JoinedView(chatId, state);
        }

        if (locked.Me.BannedUntil > locked.Now)
        {
            return Refusal.Forbidden("You were removed from this chat and cannot come back for now.");
        }

        if (needsApproval)
        {
            await Ask(locked, link, cancellation);
            return new JoinedView(chatId, JoinState.Asked);
        }

        if (link is not null)
        {
            link.Uses++;
        }

        var entered = await enter.Run(locked, [userId], "JOINED", cancellation);
        return entered.Refusal is { } full ? full : new JoinedView(chatId, JoinState.Member);
    }

    private async Task Ask(LockedChat locked, ChatLink? link, CancellationToken cancellation)
    {
        db.JoinRequests.Add(new() { ChatId = locked.Chat.Id, UserId = locked.Me.UserId, LinkId = link?.Id, AskedAt = locked.Now });
        await locked.Commit(cancellation);
        await tell.Run(locked.Chat.Id, cancellation);
    }
}
