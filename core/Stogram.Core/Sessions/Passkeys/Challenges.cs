using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Sessions.Passkeys;

/// <param name="ChallengeId">Goes back with the device's answer; good once and for five minutes.</param>
/// <param name="Options">For navigator.credentials, as its parse…OptionsFromJSON takes them.</param>
public sealed record PasskeyOptionsView(Guid ChallengeId, JsonElement Options);

/// <summary>What devices were asked, in the database: any node can hear the answer, and none hears it twice.</summary>
internal sealed class Challenges(StogramContext db, TimeProvider time) : IVerb
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<PasskeyOptionsView> Keep(Guid? userId, string optionsJson, string state, CancellationToken cancellation)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
             with spent as (delete from core.passkey_challenges where expires_at <= {now})
             insert into core.passkey_challenges (id, user_id, state, expires_at) values ({id}, {userId}, {state}, {now + Lifetime})
             """,
            cancellation);
        return new(id, JsonElement.Parse(optionsJson));
    }

    /// <summary>Null if it was never asked of this person, was answered already, or is too long ago.</summary>
    public async Task<string?> Take(Guid id, Guid? userId, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<string>(
            $"""
             delete from core.passkey_challenges
             where id = {id} and user_id is not distinct from {userId} and expires_at > {time.GetUtcNow()}
             returning state as "Value"
             """).ToListAsync(cancellation)).SingleOrDefault();
}
