using Npgsql;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>
/// A session that has not been revoked, of a person who has not been deactivated, where nothing is suspended: read anew each time. In SQL, because it
/// comes before every request, and a socket would keep a database context for as long as it lives.
/// </summary>
internal sealed class LiveSession(NpgsqlDataSource database) : IVerb
{
    private const string All =
        """
        select s.id, s.user_id, s.organization_id, u.role, u.is_operator,
          o.two_factor_required and not u.two_factor_enabled
            and not exists (select from core.user_passkeys p where p.user_id = u.id)
        from core.sessions s join core.users u on u.id = s.user_id join core.organizations o on o.id = s.organization_id
        where s.revoked_at is null and u.deactivated_at is null and o.suspended_at is null and s.id = any($1)
          and not exists (select from core.organization_hosts h where h.host = $2 and h.organization_id <> s.organization_id)
        """;

    /// <param name="host">What the server was called by: where that is another organization's name, there is no such session.</param>
    public async Task<Caller?> Find(Guid sessionId, string host, CancellationToken cancellation) =>
        (await Read([sessionId], host, cancellation)).SingleOrDefault();

    /// <summary>Those of the given sessions that are live.</summary>
    public async Task<HashSet<Guid>> Among(Guid[] sessionIds, CancellationToken cancellation) =>
        [.. (await Read(sessionIds, "", cancellation)).Select(caller => caller.SessionId)];

    private async Task<List<Caller>> Read(Guid[] sessionIds, string host, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(All);
        command.Parameters.Add(new() { Value = sessionIds });
        command.Parameters.Add(new() { Value = host });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var callers = new List<Caller>();
        while (await reader.ReadAsync(cancellation))
        {
            callers.Add(new(
                reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(0),
                UpperSnake.Read<UserRole>(reader.GetString(3)), reader.GetBoolean(4), reader.GetBoolean(5)));
        }

        return callers;
    }
}
