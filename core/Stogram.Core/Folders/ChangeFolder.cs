using System.ComponentModel.DataAnnotations;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <summary>Fields that are left out stay as they are.</summary>
/// <param name="Position">Where it goes among the others, from 0.</param>
public sealed record ChangeFolderRequest(
    [property: NotBlank, StringLength(CreateFolder.LongestName)] string? Name,
    [property: MaxLength(4)] FolderRule[]? Rules,
    [property: Range(0, 1000)] int? Position) : IRequest;

internal sealed class ChangeFolder(ChangeFolders change) : IVerb
{
    public Task<Outcome<FoldersView>> Run(
        Caller caller, Guid id, ChangeFolderRequest request, CancellationToken cancellation) =>
        change.Run(
            caller,
            id,
            (folders, folder) =>
            {
                folder.Name = request.Name?.Trim() ?? folder.Name;
                folder.Rules = request.Rules is { } rules ? Write(rules) : folder.Rules;
                if (request.Position is { } position)
                {
                    folders.Remove(folder);
                    folders.Insert(Math.Min(position, folders.Count), folder);
                }

                return Task.FromResult<Refusal?>(null);
            },
            cancellation);

    public static string[] Write(FolderRule[] rules) => [.. rules.Distinct().Select(UpperSnake.Write)];
}
