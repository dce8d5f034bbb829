using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Joining;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Discussions;

/// <summary>What a chat is linked with, as much as is shown of a chat to who holds a link to it.</summary>
internal sealed class ReadDiscussion(StogramContext db, Membership membership, PreviewLink preview) : IVerb
{
    public async Task<Outcome<LinkPreview>> Run(Caller caller, Guid chatId, CancellationToken cancellation) =>
        await membership.Of(caller).Where(mine => mine.ChatId == chatId)
            .Join(db.Chats, mine => mine.Chat!.LinkedChatId, other => other.Id, (mine, other) => other)
            .FirstOrDefaultAsync(cancellation) is { } linked
            ? await preview.Of(caller, linked, linked.NeedsApproval, cancellation)
            : Refusal.NotFound;
}
