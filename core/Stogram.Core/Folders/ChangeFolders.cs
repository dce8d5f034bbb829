using Microsoft.EntityFrameworkCore;
using Stogram.Core.Chats;
using Stogram.Core.Realtime;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Folders;

/// <summary>
/// Every change of folders goes through here: the person's folders under their turn, then all of them to their devices.
/// They are so few that what changed is not told apart.
/// </summary>
internal sealed class ChangeFolders(StogramContext db, TakeTurn turn, PruneFolders prune, IBus bus) : IVerb
{
    public async Task<Outcome<FoldersView>> Run(
        Caller caller, Func<List<Folder>, Task<Refusal?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rev = await turn.Take(caller, cancellation);
        var before = await db.Folders.Where(folder => folder.UserId == caller.UserId)
            .OrderBy(folder => folder.Position).ToListAsync(cancellation);
        await prune.Run(caller, before, cancellation);
        var folders = before.ToList();
        if (await change(folders) is { } refusal)
        {
            return refusal;
        }

        db.Folders.AddRange(folders.Except(before));
        db.Folders.RemoveRange(before.Except(folders));
        for (var i = 0; i < folders.Count; i++)
        {
            folders[i].Position = i;
        }

        await db.SaveChangesAsync(cancellation);
        await db.Users.Where(user => user.Id == caller.UserId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.FoldersRev, rev), cancellation);
        await transaction.CommitAsync(cancellation);
        var view = new FoldersView([.. folders.Select(FolderView.Of)], rev);
        await bus.ToUser(caller.UserId, "folders:changed", view);
        return view;
    }

    public Task<Outcome<FoldersView>> Run(
        Caller caller, Guid folderId, Func<List<Folder>, Folder, Task<Refusal?>> change, CancellationToken cancellation) =>
        Run(
            caller,
            folders => folders.Find(one => one.Id == folderId) is { } folder
                ? change(folders, folder)
                : Task.FromResult<Refusal?>(Refusal.NotFound),
            cancellation);
}
