using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <param name="Login">E-mail or username of whoever shall be one.</param>
/// <param name="Organization">Its slug; the caller's own where left out.</param>
/// <param name="Password">The caller's own.</param>
public sealed record GrantOperatorRequest(
    [property: Required, StringLength(254)] string? Login,
    [property: StringLength(64)] string? Organization,
    [property: Required, StringLength(256)] string? Password) : IRequest;

public sealed record OperatorView(Guid Id, string Username, string DisplayName, OrganizationView Organization, bool IsMe);

/// <summary>Who holds the server-wide right; the last one cannot lose it.</summary>
internal sealed class ChangeOperators(StogramContext db, FindAccount find, ProvePassword prove, AuditLog audit) : IVerb
{
    private const int Most = 200;

    public async Task<Outcome<OperatorView[]>> List(Caller caller, CancellationToken cancellation) =>
        Operators.Refuse(caller) is { } refusal
            ? refusal
            : await db.Users.Where(user => user.IsOperator && user.DeletedAt == null).OrderBy(user => user.Id).Take(Most)
                .Select(user => new OperatorView(
                    user.Id, user.UserName!, user.DisplayName,
                    new(user.Organization!.Id, user.Organization.Slug, user.Organization.Name), user.Id == caller.UserId))
                .ToArrayAsync(cancellation);

    public async Task<Outcome<OperatorView>> Grant(Caller caller, GrantOperatorRequest request, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var proof = await prove.Run(caller, "password", request.Password!);
        if (proof.Refusal is { } wrong)
        {
            return wrong;
        }

        var organization = await db.Organizations.FirstOrDefaultAsync(
            one => one.DeletedAt == null && (request.Organization == null ? one.Id == caller.OrganizationId : one.Slug == request.Organization),
            cancellation);
        var user = await find.Run(organization, request.Login!);
        if (user is null || user.DeactivatedAt is not null)
        {
            return Refusal.Invalid("login", "There is nobody of that name.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        user.IsOperator = true;
        await db.SaveChangesAsync(cancellation);
        await audit.Write(caller, user.OrganizationId, new("operator.granted", user.Id), cancellation);
        await transaction.CommitAsync(cancellation);
        return new OperatorView(user.Id, user.UserName!, user.DisplayName, organization!.ToView(), user.Id == caller.UserId);
    }

    public async Task<Outcome<Nothing?>> Revoke(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (Operators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Operators.KeepOne(db, id, cancellation) is { } last)
        {
            return last;
        }

        var user = await db.Users.FirstOrDefaultAsync(one => one.Id == id && one.IsOperator, cancellation);
        if (user is null)
        {
            return Refusal.NotFound;
        }

        user.IsOperator = false;
        await db.SaveChangesAsync(cancellation);
        await audit.Write(caller, user.OrganizationId, new("operator.revoked", id), cancellation);
        await transaction.CommitAsync(cancellation);
        return Nothing.Done;
    }
}
