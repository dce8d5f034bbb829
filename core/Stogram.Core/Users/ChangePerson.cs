using System.ComponentModel.DataAnnotations;
using Stogram.Core.Audit;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="Role">ADMIN, MEMBER or GUEST; who owns the organization is handed over by itself.</param>
/// <param name="Active">False signs a person out everywhere and lets them in no more; nothing of theirs is lost.</param>
public sealed record ChangePersonRequest(
    [property: AllowedValues(null, UserRole.Admin, UserRole.Member, UserRole.Guest, ErrorMessage = "ADMIN, MEMBER or GUEST.")] UserRole? Role,
    bool? Active) : IRequest;

/// <summary>What administrators decide about somebody.</summary>
internal sealed class ChangePerson(
    StogramContext db, PersonRights rights, EndSessions sessions, RevokeSession revoke, AuditLog audit, TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid id, ChangePersonRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await rights.Find(caller, id, orSelf: false, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = found.Value;
        if (request.Role is { } role && role != user.Role)
        {
            if (role == UserRole.Admin && caller.Role != UserRole.Owner)
            {
                return Refusal.Forbidden("Only the owner makes somebody an admin.");
            }

            await audit.Write(caller, new("person.role", id, Word(user.Role), Word(role)), cancellation);
            user.Role = role;
        }

        if (request.Active == false && await Operators.KeepOne(db, id, cancellation) is { } last)
        {
            return last;
        }

        Guid[] ended = [];
        if (request.Active is { } active && active != user.DeactivatedAt is null)
        {
            await audit.Write(caller, new(active ? "person.reactivated" : "person.deactivated", id), cancellation);
            user.DeactivatedAt = active ? null : time.GetUtcNow();
            ended = active ? [] : await sessions.Of(id, except: null, cancellation);
            await revoke.Mark(ended, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await revoke.Cut(ended);
        return Nothing.Done;
    }

    private static Dictionary<string, string> Word(UserRole role) => new() { ["role"] = UpperSnake.Write(role) };
}
