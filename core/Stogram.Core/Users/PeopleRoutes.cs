using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stogram.Core.Shared;

namespace Stogram.Core.Users;

/// <summary>What administrators do with people.</summary>
internal static class PeopleRoutes
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/admin/people").WithTags("Administration");
        people.MapGet("", (Caller caller, [AsParameters] ListPeopleRequest request, ListPeople verb, CancellationToken cancellation) =>
            verb.Run(caller, request, cancellation)).WithSummary("Everybody of my organization, by name, by pages");
        people.MapPatch("/{id:guid}", (Caller caller, Guid id, ChangePersonRequest request, ChangePerson verb, CancellationToken cancellation) =>
            verb.Run(caller, id, request, cancellation)).WithSummary("Change a role; let nobody in by an account, or in again");
        people.MapPost("/{id:guid}/reset-link", (Caller caller, Guid id, HelpPerson verb, CancellationToken cancellation) =>
            verb.ResetLink(caller, id, cancellation)).WithSummary("A link for a new password, to hand over");
        people.MapDelete("/{id:guid}/second-factor", (Caller caller, Guid id, HelpPerson verb, CancellationToken cancellation) =>
            verb.ClearSecondFactor(caller, id, cancellation)).WithSummary("Switch a lost second factor off");
        people.MapGet("/{id:guid}/sessions", (Caller caller, Guid id, HelpPerson verb, CancellationToken cancellation) =>
            verb.Sessions(caller, id, cancellation)).WithSummary("Where somebody is signed in");
        people.MapDelete("/{id:guid}/sessions", (Caller caller, Guid id, HelpPerson verb, CancellationToken cancellation) =>
            verb.SignOut(caller, id, cancellation)).WithSummary("Sign somebody out everywhere");
        people.MapDelete("/{id:guid}/sessions/{sessionId:guid}", (Caller caller, Guid id, Guid sessionId, HelpPerson verb, CancellationToken cancellation) =>
            verb.SignOutDevice(caller, id, sessionId, cancellation)).WithSummary("Sign one device of somebody out");
    }
}
