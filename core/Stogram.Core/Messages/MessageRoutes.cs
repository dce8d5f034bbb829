using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Chats;
using Stogram.Core.Limits;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

internal static class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages");
        messages.MapPost("/", (Caller caller, SendMessageRequest request, SendMessage verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Send; the same id again answers with the same message").WithLimit(LimitTable.Send);
        messages.MapGet("/chat/{chatId:guid}", (Caller caller, Guid chatId, [AsParameters] HistoryRequest request, ReadHistory verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, request, cancellation)).WithSummary("A page of a chat, newest first");
        messages.MapPatch("/{id:guid}", (Caller caller, Guid id, EditMessageRequest request, FindChatOfMessage chat, EditMessage verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, new(chatId, id, request.Content), cancellation), cancellation))
            .WithSummary("Say it differently; only the sender can");
        messages.MapDelete("/{id:guid}", (Caller caller, Guid id, [AsParameters] DeleteMessageRequest request, FindChatOfMessage chat, DeleteMessage verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, new(chatId, id, request.For), cancellation), cancellation))
            .WithSummary("Delete for everyone or for me");
        messages.MapPost("/{id:guid}/forward", (Caller caller, Guid id, ForwardRequest request, FindChatOfMessage chat, ForwardMessages verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, new(request.Id, chatId, [id], request.To, request.HideOrigin, request.IsSilent), cancellation), cancellation))
            .WithSummary("Say it again in other chats; told chat by chat");
        messages.MapPost("/forward", (Caller caller, ForwardCommand request, ForwardMessages verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Forward several messages of one chat to several chats");
        messages.MapGet("/{id:guid}/seen", (Caller caller, Guid id, FindChatOfMessage chat, ReadSeen verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, chatId, id, cancellation), cancellation))
            .WithSummary("Whom a message of mine has reached, and who has read it");
        messages.MapPost("/{id:guid}/reactions", (Caller caller, Guid id, ReactRequest request, FindChatOfMessage chat, ReactToMessage verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, new(chatId, id, request.Emoji, true), cancellation), cancellation))
            .WithSummary("React with an emoji");
        messages.MapDelete("/{id:guid}/reactions", (Caller caller, Guid id, [AsParameters] ReactRequest request, FindChatOfMessage chat, ReactToMessage verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, new(chatId, id, request.Emoji, false), cancellation), cancellation))
            .WithSummary("Take a reaction back");

        messages.MapGet("/{id:guid}/edits", (Caller caller, Guid id, [AsParameters] PageRequest request, FindChatOfMessage chat, ReadEdits verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, chatId, id, request, cancellation), cancellation))
            .WithSummary("What it said before, the latest first");
        messages.MapGet("/{id:guid}/reactions", (Caller caller, Guid id, [AsParameters] ReactionsRequest request, FindChatOfMessage chat, ReadReactions verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, chatId, id, request, cancellation), cancellation))
            .WithSummary("Who reacted, and how");

        api.MapGet("/chats/{chatId:guid}/scheduled", (Caller caller, Guid chatId, ReadScheduled verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, cancellation)).WithTags("Messages").WithSummary("What I have scheduled in a chat, the next first");
        var scheduled = messages.MapGroup("/scheduled/{id:guid}");
        scheduled.MapPatch("/", (Caller caller, Guid id, ChangeScheduledRequest request, ChangeScheduled verb, CancellationToken cancellation) =>
            verb.Edit(caller, id, request, cancellation)).WithSummary("Say it differently, or at another time");
        scheduled.MapDelete("/", (Caller caller, Guid id, ChangeScheduled verb, CancellationToken cancellation) =>
            verb.Cancel(caller, id, cancellation)).WithSummary("Do not send it");
        scheduled.MapPost("/send", (Caller caller, Guid id, ChangeScheduled verb, CancellationToken cancellation) =>
            verb.Send(caller, id, cancellation)).WithSummary("Send it now");

        var pins = api.MapGroup("/chats/{chatId:guid}/pins").WithTags("Messages");
        pins.MapGet("/", (Caller caller, Guid chatId, ReadPins verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, cancellation)).WithSummary("The pinned messages of a chat, newest first");
        pins.MapPost("/", (Caller caller, Guid chatId, PinRequest request, PinMessage verb, CancellationToken cancellation) =>
            verb.Run(caller, new(chatId, request.MessageId, true), cancellation)).WithSummary("Pin a message for everybody");
        pins.MapDelete("/{messageId:guid}", (Caller caller, Guid chatId, Guid messageId, PinMessage verb, CancellationToken cancellation) =>
            verb.Run(caller, new(chatId, messageId, false), cancellation)).WithSummary("Unpin a message");
    }
}
