using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Joining;

/// <summary>The links of a chat that have not been taken back, and taking one back.</summary>
internal sealed class ManageLinks(StogramContext db, LockChat lockChat) : IVerb
{
    private const int Most = 50;

    public async Task<Outcome<LinkView[]>> List(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.AddPeople) is { } refusal)
        {
            return refusal;
        }

        var links = await db.ChatLinks.AsNoTracking().Where(link => link.ChatId == chatId && link.RevokedAt == null)
            .OrderByDescending(link => link.Id).Take(Most).ToArrayAsync(cancellation);
        return links.Select(LinkView.Of).ToArray();
    }

    public async Task<Outcome<Nothing?>> Revoke(Caller caller, Guid chatId, Guid linkId, CancellationToken cancellation)
    {
        await using var locked = await lockChat.Run(caller, chatId, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        if (GroupRights.Refuse(locked, ChatRight.AddPeople) is { } refusal)
        {
            return refusal;
        }

        var revoked = await db.ChatLinks
            .Where(link => link.Id == linkId && link.ChatId == chatId && link.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, locked.Now), cancellation);
        await locked.Commit(cancellation);
        return revoked > 0 ? Nothing.Done : Refusal.NotFound;
    }
}
