using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

internal static class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages");
        messages.MapPost("/", (Caller caller, SendMessageRequest request, SendMessage verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Send; the same id again answers with the same message");
        messages.MapGet("/chat/{chatId:guid}", (Caller caller, Guid chatId, [AsParameters] HistoryRequest request, ReadHistory verb, CancellationToken cancellation) =>
            verb.Run(caller, chatId, request, cancellation)).WithSummary("A page of a chat, newest first");
    }
}
