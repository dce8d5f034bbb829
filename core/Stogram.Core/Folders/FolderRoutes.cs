using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

internal static class FolderRoutes
{
    public static void MapFolders(this IEndpointRouteBuilder api)
    {
        var folders = api.MapGroup("/folders").WithTags("Folders");
        folders.MapGet("/", (Caller caller, ReadFolders verb, CancellationToken cancellation) =>
            verb.Run(caller, cancellation)).WithSummary("My folders, in their order");
        folders.MapPost("/", (Caller caller, CreateFolderRequest request, CreateFolder verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("A new folder, after the others");
        folders.MapPatch("/{id:guid}", (Caller caller, Guid id, ChangeFolderRequest request, ChangeFolder verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Rename it, change its rules, move it among the others");
        folders.MapDelete("/{id:guid}", (Caller caller, Guid id, DeleteFolder verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("Delete a folder; its chats stay");
        folders.MapPut("/{id:guid}/chats/{chatId:guid}", (Caller caller, Guid id, Guid chatId, PutInFolder verb, CancellationToken cancellation) =>
            verb.Run(caller, id, chatId, true, cancellation)).WithSummary("Put a chat into a folder");
        folders.MapDelete("/{id:guid}/chats/{chatId:guid}", (Caller caller, Guid id, Guid chatId, PutInFolder verb, CancellationToken cancellation) =>
            verb.Run(caller, id, chatId, false, cancellation)).WithSummary("Take a chat out of a folder");
    }
}
