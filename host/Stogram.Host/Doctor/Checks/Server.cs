using System.Runtime.CompilerServices;

namespace Stogram.Host.Doctor.Checks;

/// <summary>The database server: that it answers is known by now.</summary>
internal static class Server
{
    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (version, size, isFree, rights) = (await patient.Ask(
            """
            select current_setting('server_version'), pg_size_pretty(pg_database_size(current_database())),
              (select count(*) from pg_stat_activity) < current_setting('max_connections')::int * 0.9,
              (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
            """,
            row => (row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3)),
            cancellation))[0];
        yield return Finding.Ok("database", $"PostgreSQL {version} answers, {size}{(patient.Settings.ConnectionString == "" ? ", the server's own" : "")}.");
        if (!isFree)
        {
            yield return Finding.Problem("database", "nine of ten connections are taken.", "raise max_connections, or give each node fewer (Maximum Pool Size).");
        }

        yield return rights
            ? Finding.Ok("database", "each plugin gets a database role of its own.")
            : Finding.Note(
                "database", "this user may not make roles: plugins keep to their schemas by themselves.", "alter role … createrole, if the database is yours alone.");
    }
}
