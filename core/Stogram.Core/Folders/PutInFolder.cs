using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <summary>Puts a chat into a folder or takes it out; twice is as good as once.</summary>
internal sealed class PutInFolder(ChangeFolders change, Membership membership, CoreOptions options) : IVerb
{
    public Task<Outcome<FoldersView>> Run(Caller caller, Guid id, Guid chatId, bool on, CancellationToken cancellation) =>
        change.Run(
            caller,
            id,
            async (_, folder) =>
            {
                var others = folder.ChatIds.Where(other => other != chatId).ToArray();
                if (on && await membership.Find(caller, chatId, cancellation) is null)
                {
                    return Refusal.NotFound;
                }

                if (on && others.Length >= options.Personal.ChatsInFolder)
                {
                    return Refusal.Limit(options.Personal.ChatsInFolder, "chats in a folder");
                }

                folder.ChatIds = on ? [.. others, chatId] : others;
                return null;
            },
            cancellation);
}
