using System.ComponentModel.DataAnnotations;
using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

public sealed record CreateFolderRequest(
    [property: Required, NotBlank, StringLength(CreateFolder.LongestName)] string? Name,
    [property: MaxLength(4)] FolderRule[]? Rules,
    [property: MaxLength(1000)] Guid[]? ChatIds) : IRequest;

internal sealed class CreateFolder(ChangeFolders change, Membership membership, CoreOptions options, TimeProvider time) : IVerb
{
    public const int LongestName = 32;

    public Task<Outcome<FoldersView>> Run(Caller caller, CreateFolderRequest request, CancellationToken cancellation) =>
        change.Run(
            caller,
            async folders =>
            {
                Guid[] chats = [.. (request.ChatIds ?? []).Distinct()];
                if (folders.Count >= options.Personal.Folders)
                {
                    return Refusal.Limit(options.Personal.Folders, "folders");
                }

                if (chats.Length > options.Personal.ChatsInFolder)
                {
                    return Refusal.Limit(options.Personal.ChatsInFolder, "chats in a folder");
                }

                if ((await membership.Among(caller.UserId, chats, cancellation)).Count < chats.Length)
                {
                    return Refusal.NotFound;
                }

                folders.Add(new()
                {
                    Id = Guid.CreateVersion7(time.GetUtcNow()),
                    UserId = caller.UserId,
                    Name = request.Name!.Trim(),
                    Rules = ChangeFolder.Write(request.Rules ?? []),
                    ChatIds = chats,
                });
                return null;
            },
            cancellation);
}
