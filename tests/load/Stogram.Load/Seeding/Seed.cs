using Npgsql;
using Stogram.Load.People;

namespace Stogram.Load.Seeding;

/// <summary>Puts people, chats and messages straight into the database: a scenario measures what comes after.</summary>
/// <param name="organization">Where; null on a server that has one alone.</param>
internal sealed class Seed(NpgsqlDataSource database, Guid? organization = null)
{
    public async Task<Person[]> People(int count, CancellationToken cancellation)
    {
        Person[] people = [.. Enumerable.Range(0, count).Select(_ => new Person(Guid.CreateVersion7(), Guid.CreateVersion7()))];
        await Run(
            """
            with made as (
              insert into core.users
                (id, organization_id, username, normalized_username, email, normalized_email, display_name, role, created_at)
              select p.id, o.id, p.id::text, upper(o.id || '/' || p.id), p.id || '@example.org',
                     upper(o.id || '/' || p.id || '@example.org'), 'Somebody', 'MEMBER', now()
              from unnest($1) as p (id) join core.organizations o on o.id = coalesce($3, o.id)
              returning id, organization_id)
            insert into core.sessions (id, user_id, organization_id, device, rotated_at, created_at, last_used_at)
            select s.id, made.id, made.organization_id, 'bench', now(), now(), now()
            from unnest($1, $2) as s (user_id, id) join made on made.id = s.user_id
            """,
            cancellation, people.Select(person => person.Id).ToArray(), people.Select(person => person.SessionId).ToArray(), Organization);
        return people;
    }

    public Task Promote(Person person, CancellationToken cancellation) =>
        Run("update core.users set role = 'ADMIN' where id = $1", cancellation, person.Id);

    /// <summary>A chat for each so many people: two of them share a private one, more a group.</summary>
    public async Task<Cast> Chats(Person[] people, int size, CancellationToken cancellation)
    {
        var chats = Enumerable.Range(0, people.Length).Chunk(size).Select(members => new Chat(Guid.CreateVersion7(), members)).ToArray();
        await Chats(people, chats, cancellation);
        return new(people, chats);
    }

    public async Task Chats(Person[] people, Chat[] chats, CancellationToken cancellation)
    {
        var members = chats.SelectMany(chat => chat.Members.Select((member, i) => (chat.Id, Person: people[member].Id, Rev: i + 1L))).ToArray();
        await Run(
            """
            with member as (
              select * from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as m (chat_id, user_id, rev)
            ), made as (
              insert into core.chats
                (id, organization_id, type, name, low_user_id, high_user_id, rev, member_count, created_at, active_at)
              select chat_id, o.id,
                     case when count(*) = 2 then 'PRIVATE' else 'GROUP' end,
                     case when count(*) = 2 then null else 'Atrium' end,
                     case when count(*) = 2 then (array_agg(user_id order by user_id))[1] end,
                     case when count(*) = 2 then (array_agg(user_id order by user_id))[2] end,
                     count(*), count(*), now(), now()
              from member join core.organizations o on o.id = coalesce($4, o.id) group by chat_id, o.id
              returning id, organization_id)
            insert into core.chat_members (chat_id, user_id, organization_id, role, rev, joined_at)
            select m.chat_id, m.user_id, made.organization_id, 'MEMBER', m.rev, now()
            from member m join made on made.id = m.chat_id
            """,
            cancellation,
            members.Select(member => member.Id).ToArray(),
            members.Select(member => member.Person).ToArray(),
            members.Select(member => member.Rev).ToArray(),
            Organization);
    }

    /// <summary>So many messages in each chat, of its members in turn, as if they had been sent.</summary>
    public async Task Messages(Person[] people, IReadOnlyList<Chat> chats, int each, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // Looking up the chat and the sender a million times over proves nothing here.
                new("set session_replication_role = replica"),
                Command(
                    """
                    insert into core.messages (chat_id, seq, id, organization_id, rev, sender_id, type, content, created_at, updated_at)
                    select c.id, c.last_seq + n, (lpad(to_hex(c.last_seq + n), 8, '0') || substr(md5(c.id::text || n), 9))::uuid,
                           c.organization_id, c.rev + n, (array[s.one, s.other])[1 + n % 2], 'TEXT',
                           'I have put the kettle on; come over when the rain stops.', now(), now()
                    from unnest($1, $2, $3) as s (id, one, other) join core.chats c on c.id = s.id
                    cross join generate_series(1, $4) as n
                    """,
                    chats.Select(chat => chat.Id).ToArray(),
                    chats.Select(chat => people[chat.Members[0]].Id).ToArray(),
                    chats.Select(chat => people[chat.Members[^1]].Id).ToArray(),
                    each),
                Command(
                    "update core.chats set last_seq = last_seq + $2, rev = rev + $2 where id = any($1)",
                    chats.Select(chat => chat.Id).ToArray(), each),
                new("set session_replication_role = origin"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What autovacuum would have done by the time a chat has grown so long.</summary>
    public Task TidyUp(CancellationToken cancellation) => Run("vacuum analyze", cancellation);

    private object Organization => (object?)organization ?? DBNull.Value;

    private async Task Run(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return command;
    }
}
