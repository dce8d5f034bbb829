using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Discussions;
using Stogram.Core.Files;
using Stogram.Core.Folders;
using Stogram.Core.Invites;
using Stogram.Core.Joining;
using Stogram.Core.Limits;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Previews;
using Stogram.Core.Privacy;
using Stogram.Core.Reports;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Sync;
using Stogram.Core.Threads;
using Stogram.Core.Topics;
using Stogram.Core.Users;

namespace Stogram.Core;

public static class CoreRoutes
{
    /// <summary>REST below /api: signed in unless a route says otherwise, every request checked before its verb.</summary>
    public static RouteGroupBuilder MapStogramCore(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization();
        api.AddEndpointFilter(CheckRequests);
        api.AddEndpointFilter(LimitRoutes.CountAccount);
        foreach (var status in new[] { 400, 401, 403, 404, 429 })
        {
            api.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(FailureEnvelope), ["application/json"]));
        }

        api.MapAuth();
        api.MapUsers();
        api.MapPrivacy();
        api.MapChats();
        api.MapFolders();
        api.MapJoining();
        api.MapMessages();
        api.MapPreviews();
        api.MapThreads();
        api.MapTopics();
        api.MapDiscussions();
        api.MapReports();
        api.MapFiles();
        api.MapSync();
        api.MapOrganizations();
        api.MapPeople();
        api.MapInvites();
        api.MapAudit();
        return api;
    }

    private static ValueTask<object?> CheckRequests(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var fault = context.Arguments.OfType<IRequest>().Select(Validation.Check).FirstOrDefault(refusal => refusal is not null);
        return fault is null ? next(context) : ValueTask.FromResult<object?>((Outcome<Nothing?>)fault);
    }
}
