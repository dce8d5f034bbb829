using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Folders;

internal sealed class ReadFolders(StogramContext db, PruneFolders prune) : IVerb
{
    public async Task<Outcome<FoldersView>> Run(Caller caller, CancellationToken cancellation) =>
        await Of(caller, cancellation);

    public async Task<FoldersView> Of(Caller caller, CancellationToken cancellation)
    {
        var rev = await db.Users.Where(user => user.Id == caller.UserId).Select(user => user.FoldersRev).SingleAsync(cancellation);
        var folders = await db.Folders.AsNoTracking().Where(folder => folder.UserId == caller.UserId)
            .OrderBy(folder => folder.Position).ToArrayAsync(cancellation);
        await prune.Run(caller, folders, cancellation);
        return new([.. folders.Select(FolderView.Of)], rev);
    }
}
