using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <param name="Rules">Chats that any of them is true of are in it, beside <paramref name="ChatIds"/>.</param>
public sealed record FolderView(Guid Id, string Name, FolderRule[] Rules, Guid[] ChatIds)
{
    public static FolderView Of(Folder folder) =>
        new(folder.Id, folder.Name, [.. folder.Rules.Select(UpperSnake.Read<FolderRule>)], folder.ChatIds);
}

/// <summary>All folders of a person, in their order.</summary>
/// <param name="Rev">Of the caller's personal state; a higher one is newer.</param>
public sealed record FoldersView(FolderView[] Folders, long Rev);
