using Stogram.Core.Audit;
using Stogram.Core.Sessions;
using Stogram.Core.Sessions.Passkeys;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="Url">Hand it to the person: it sets a new password, once, within a day.</param>
public sealed record ResetLinkView(string Url);

/// <summary>Administrators let somebody back in who has lost a password or a second factor.</summary>
internal sealed class HelpPerson(
    StogramContext db,
    PersonRights rights,
    AccountLinks links,
    TwoFactor twoFactor,
    ManagePasskeys passkeys,
    ListSessions list,
    EndSessions sessions,
    RevokeSession revoke,
    AuditLog audit) : IVerb
{
    public Task<Outcome<ResetLinkView>> ResetLink(Caller caller, Guid id, CancellationToken cancellation) =>
        Do(caller, id, "password.link-made", async user => new ResetLinkView(await links.Reset(user)), cancellation);

    public Task<Outcome<Nothing?>> ClearSecondFactor(Caller caller, Guid id, CancellationToken cancellation) =>
        Do(
            caller, id, "two-factor.reset",
            async user =>
            {
                await twoFactor.Clear(user);
                await passkeys.Clear(user.Id);
                return (Nothing?)null;
            },
            cancellation);

    public async Task<Outcome<SessionView[]>> Sessions(Caller caller, Guid id, CancellationToken cancellation)
    {
        var found = await rights.Find(caller, id, orSelf: false, cancellation);
        return found.Refusal is { } refusal ? refusal : await list.Of(id, caller.SessionId, cancellation);
    }

    public async Task<Outcome<Nothing?>> SignOut(Caller caller, Guid id, CancellationToken cancellation)
    {
        Guid[] ended = [];
        var outcome = await Do(
            caller, id, "person.signed-out",
            async _ =>
            {
                ended = await sessions.Of(id, except: null, cancellation);
                await revoke.Mark(ended, cancellation);
                return (Nothing?)null;
            },
            cancellation);
        await revoke.Cut(ended);
        return outcome;
    }

    public async Task<Outcome<Nothing?>> SignOutDevice(Caller caller, Guid id, Guid sessionId, CancellationToken cancellation)
    {
        var found = await rights.Find(caller, id, orSelf: false, cancellation);
        return found.Refusal is { } refusal ? refusal : await sessions.One(caller, id, sessionId, cancellation);
    }

    private async Task<Outcome<T>> Do<T>(
        Caller caller, Guid id, string action, Func<User, Task<T>> work, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await rights.Find(caller, id, orSelf: false, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var done = await work(found.Value);
        await audit.Write(caller, new(action, id), cancellation);
        await transaction.CommitAsync(cancellation);
        return done;
    }
}
