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

        var members = chats.MapGroup("/{id:guid}/members");
        members.MapGet("/", (Caller caller, Guid id, [AsParameters] PageRequest request, ReadChats verb, CancellationToken cancellation) =>
            verb.Members(caller, id, request, cancellation)).WithSummary("The members of a chat, by pages");
        members.MapPost("/", (Caller caller, Guid id, AddMembersRequest request, AddMembers verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Add people to a group");
        members.MapDelete("/{userId:guid}", (Caller caller, Guid id, Guid userId, RemoveMember verb, CancellationToken cancellation) =>
            verb.Run(caller, id, userId, cancellation)).WithSummary("Remove someone from a group");
        chats.MapPost("/{id:guid}/leave", (Caller caller, Guid id, RemoveMember verb, CancellationToken cancellation) =>
            verb.Run(caller, id, caller.UserId, cancellation)).WithSummary("Leave a group");
    }
}
