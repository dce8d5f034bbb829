using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <summary>The chats in it stay where they are.</summary>
internal sealed class DeleteFolder(ChangeFolders change) : IVerb
{
    public Task<Outcome<FoldersView>> Run(Caller caller, Guid id, CancellationToken cancellation) =>
        change.Run(
            caller,
            id,
            (folders, folder) =>
            {
                folders.Remove(folder);
                return Task.FromResult<Refusal?>(null);
            },
            cancellation);
}
