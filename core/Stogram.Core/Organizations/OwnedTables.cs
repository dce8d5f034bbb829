using Npgsql;

namespace Stogram.Core.Organizations;

/// <param name="Owned">Conditions on a row <c>t</c>, of which $1 is the organization; each finds rows of its own.</param>
internal sealed record OwnedTable(string Name, IReadOnlyList<string> Owned);

/// <summary>
/// Where an organization's rows are, read from the database itself: the core's tables and those of plugins, of which
/// nobody here knows a list. By a column that names the organization, a chat or a person, else by a reference to a table
/// that has one. Those that refer come before those they refer to.
/// </summary>
internal static class OwnedTables
{
    public const string Files = "core.files";

    // By chats first: messages have no index by organization, and need none.
    private static readonly (string Column, string Owned)[] Marks =
    [
        ("chat_id", "t.chat_id in (select id from core.chats where organization_id = $1)"),
        ("user_id", "t.user_id in (select id from core.users where organization_id = $1)"),
        ("organization_id", "t.organization_id = $1"),
    ];

    private const string Tables =
        """
        select c.oid, format('%I.%I', n.nspname, c.relname), array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and (n.nspname = 'core' or n.nspname like 'plugin\_%')
          and c.oid <> 'core.organizations'::regclass
        group by c.oid, n.nspname, c.relname order by 2
        """;

    private const string References =
        """
        select k.conrelid, k.confrelid, (
          select string_agg(format('p.%I = t.%I', theirs.attname, mine.attname), ' and ')
          from unnest(k.conkey, k.confkey) as pair (mine, theirs)
          join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = pair.mine
          join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = pair.theirs)
        from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid and k.conparentid = 0
        """;

    private sealed record Reference(uint From, uint To, string Join);

    public static async Task<IReadOnlyList<OwnedTable>> Find(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = await Read(connection, Tables, row => (Id: row.GetFieldValue<uint>(0), Name: row.GetString(1), Columns: row.IsDBNull(2) ? [] : row.GetFieldValue<string[]>(2)), cancellation);
        var references = await Read(connection, References, row => new Reference(row.GetFieldValue<uint>(0), row.GetFieldValue<uint>(1), row.GetString(2)), cancellation);
        var names = tables.ToDictionary(table => table.Id, table => table.Name);
        var owned = tables.ToDictionary(
            table => table.Id,
            table => Marks.Where(mark => table.Columns.Contains(mark.Column)).Select(mark => mark.Owned).ToList());
        Follow(references, owned, names);
        return [.. Ordered(names.Keys, references).Where(id => owned[id].Count > 0).Select(id => new OwnedTable(names[id], owned[id]))];
    }

    /// <summary>A table without a mark belongs to whom the table it refers to belongs to.</summary>
    private static void Follow(List<Reference> references, Dictionary<uint, List<string>> owned, Dictionary<uint, string> names)
    {
        bool found;
        do
        {
            found = false;
            foreach (var (from, to, join) in references)
            {
                if (owned.TryGetValue(from, out var mine) && mine.Count == 0 && owned.TryGetValue(to, out var theirs) && theirs.Count > 0)
                {
                    // Inside, t is the row of the other table.
                    mine.AddRange(theirs.Select(mark => $"exists (select from {names[to]} p where {join} and p.ctid in (select t.ctid from {names[to]} t where {mark}))"));
                    found = true;
                }
            }
        }
        while (found);
    }

    private static List<uint> Ordered(IEnumerable<uint> tables, List<Reference> references)
    {
        var left = tables.ToHashSet();
        var ordered = new List<uint>();
        while (left.Count > 0)
        {
            var free = left.Where(id => !references.Any(one => one.To == id && left.Contains(one.From))).ToList();
            // Two that refer to each other: whichever, the database will say if it does not let one go.
            free = free.Count > 0 ? free : [left.First()];
            ordered.AddRange(free);
            left.ExceptWith(free);
        }

        return ordered;
    }

    private static async Task<List<T>> Read<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
