using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Topics;

internal static class TopicRoutes
{
    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/chats/{id:guid}/topics").WithTags("Topics");
        topics.MapGet("/", (Caller caller, Guid id, ReadTopics verb, CancellationToken cancellation) =>
            verb.Run(caller, id, cancellation)).WithSummary("The topics of a group, with what was said last and how much is unread");
        topics.MapPut("/", (Caller caller, Guid id, SwitchTopicsRequest request, SwitchTopics verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Show a group by topics, or as one list");
        topics.MapPost("/", (Caller caller, Guid id, CreateTopicRequest request, CreateTopic verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("A new topic");
        topics.MapPatch("/{topic:long}", (Caller caller, Guid id, long topic, ChangeTopicRequest request, ChangeTopic verb, CancellationToken cancellation) =>
            verb.Run(caller, id, topic, request, cancellation)).WithSummary("Rename, close or pin a topic");
        topics.MapDelete("/{topic:long}", (Caller caller, Guid id, long topic, DeleteTopic verb, CancellationToken cancellation) =>
            verb.Run(caller, id, topic, cancellation)).WithSummary("Delete a topic for everybody, with what was said in it");
        topics.MapPatch("/{topic:long}/mine", (Caller caller, Guid id, long topic, MuteTopicRequest request, MuteTopic verb, CancellationToken cancellation) =>
            verb.Run(caller, id, topic, request, cancellation)).WithSummary("Mute a topic; for me alone");
    }
}
