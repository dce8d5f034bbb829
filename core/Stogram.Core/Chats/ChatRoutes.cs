using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Drafts;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

internal static class ChatRoutes
{
    public static void MapChats(this IEndpointRouteBuilder api)
    {
        var chats = api.MapGroup("/chats").WithTags("Chats");
        chats.MapGet("/", (Caller caller, [AsParameters] PageRequest request, ReadChats verb, CancellationToken cancellation) =>
            verb.List(caller, request, cancellation)).WithSummary("My chats, the most recently active first");
        chats.MapPost("/", (Caller caller, CreateChatRequest request, CreateChat verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("A new chat; a private chat with the same person is returned, not made again");
        chats.MapGet("/{id:guid}", (Caller caller, Guid id, ReadChats verb, CancellationToken cancellation) =>
            verb.One(caller, id, cancellation)).WithSummary("One of my chats");
        chats.MapPatch("/{id:guid}", (Caller caller, Guid id, ChangeChatRequest request, ChangeChat verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Change a chat's name, picture, description and rules");
        chats.MapDelete("/{id:guid}", (Caller caller, Guid id, DeleteChat verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("Delete a chat for everybody, with everything in it");
        chats.MapPost("/{id:guid}/read", (Caller caller, Guid id, MarkReadRequest request, MarkRead verb, CancellationToken cancellation) =>
            verb.Run(caller, new(id, request.Seq), cancellation)).WithSummary("Move my read mark forward");
        chats.MapPatch("/{id:guid}/mine", (Caller caller, Guid id, ChangeMineRequest request, ChangeMine verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Pin, archive, mute, mark unread, and what I am told of; for me alone");
        chats.MapPost("/delivered", (Caller caller, MarkDeliveredCommand request, MarkDelivered verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Say what has arrived here, in several chats at once");
        chats.MapPut("/{id:guid}/draft", (Caller caller, Guid id, SaveDraftRequest request, SaveDraft verb, CancellationToken cancellation) =>
            verb.Run(caller, request.In(id), cancellation)).WithSummary("What I am writing here; the later of two stays");
        chats.MapPut("/{id:guid}/timer", (Caller caller, Guid id, SetTimerRequest request, SetTimer verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("How long messages live here from now on");
        chats.MapPost("/{id:guid}/leave", (Caller caller, Guid id, RemoveMember verb, CancellationToken cancellation) =>
            verb.Run(caller, id, caller.UserId, cancellation)).WithSummary("Leave a group");
        chats.MapPost("/{id:guid}/owner", (Caller caller, Guid id, TransferChatRequest request, TransferChat verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Hand a group over to another member");
        MapMembers(chats.MapGroup("/{id:guid}/members"));
        MapBans(chats.MapGroup("/{id:guid}/bans"));
    }

    private static void MapMembers(RouteGroupBuilder members)
    {
        members.MapGet("/", (Caller caller, Guid id, [AsParameters] MembersRequest request, ReadMembers verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("The members of a chat, by pages");
        members.MapPost("/", (Caller caller, Guid id, AddMembersRequest request, AddMembers verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Add people to a group");
        members.MapPatch("/{userId:guid}", (Caller caller, Guid id, Guid userId, ChangeMemberRequest request, ChangeMember verb, CancellationToken cancellation) =>
            verb.Run(caller, id, userId, request, cancellation)).WithSummary("Make somebody an admin, or a member again");
        members.MapDelete("/{userId:guid}", (Caller caller, Guid id, Guid userId, RemoveMember verb, CancellationToken cancellation) =>
            verb.Run(caller, id, userId, cancellation)).WithSummary("Remove someone from a group");
        members.MapPut("/{userId:guid}/restriction", (Caller caller, Guid id, Guid userId, UntilRequest request, ChangeMember verb, CancellationToken cancellation) =>
            verb.Restrict(caller, id, userId, request.End, cancellation)).WithSummary("Let somebody only read, until a date or for good");
        members.MapDelete("/{userId:guid}/restriction", (Caller caller, Guid id, Guid userId, ChangeMember verb, CancellationToken cancellation) =>
            verb.Restrict(caller, id, userId, null, cancellation)).WithSummary("Let somebody write again");
    }

    private static void MapBans(RouteGroupBuilder bans)
    {
        bans.MapGet("/", (Caller caller, Guid id, [AsParameters] PageRequest request, ReadBans verb, CancellationToken cancellation) =>
            verb.List(caller, id, request, cancellation)).WithSummary("Who may not come back, by pages");
        bans.MapPut("/{userId:guid}", (Caller caller, Guid id, Guid userId, UntilRequest request, RemoveMember verb, CancellationToken cancellation) =>
            verb.Ban(caller, id, userId, request, cancellation)).WithSummary("Remove somebody and keep them out, until a date or for good");
        bans.MapDelete("/{userId:guid}", (Caller caller, Guid id, Guid userId, ReadBans verb, CancellationToken cancellation) =>
            verb.Lift(caller, id, userId, cancellation)).WithSummary("Lift a ban");
    }
}
