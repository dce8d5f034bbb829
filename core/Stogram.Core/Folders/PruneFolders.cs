using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <summary>
/// Takes out the chats that are deleted, or that their person is not in any more: whenever folders are read, and for good
/// with their next change. Leaving a chat has nothing to write for it, and who comes back before finds it in its place.
/// </summary>
internal sealed class PruneFolders(Membership membership) : IVerb
{
    public async Task Run(Caller caller, IReadOnlyCollection<Folder> folders, CancellationToken cancellation)
    {
        Guid[] chats = [.. folders.SelectMany(folder => folder.ChatIds).Distinct()];
        var mine = await membership.Among(caller.UserId, chats, cancellation);
        foreach (var folder in folders)
        {
            folder.ChatIds = [.. folder.ChatIds.Where(mine.Contains)];
        }
    }
}
