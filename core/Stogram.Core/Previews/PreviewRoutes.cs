using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Limits;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

public sealed record AskPreviewRequest([property: Required, StringLength(FirstLink.Longest)] string? Url) : IRequest;

internal static class PreviewRoutes
{
    public static void MapPreviews(this IEndpointRouteBuilder api)
    {
        // In the body: addresses of requests end up in logs.
        api.MapPost("/previews", (Caller caller, AskPreviewRequest request, AskPreview verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithTags("Messages").WithLimit(LimitTable.Preview)
            .WithSummary("What a message with this link would show of it; null for nothing");
        api.MapDelete("/messages/{id:guid}/preview", (Caller caller, Guid id, FindChatOfMessage chat, HidePreview verb, CancellationToken cancellation) =>
            chat.Then(caller, id, chatId => verb.Run(caller, chatId, id, cancellation), cancellation)).WithTags("Messages")
            .WithSummary("Take the preview of its link from a message of mine");
    }
}
