using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Storage;
using Stogram.Host.Startup;

namespace Stogram.Host.Doctor;

/// <summary>The server that is looked at.</summary>
/// <param name="IsRunning">A server holds the data folder, or answers on the database at least.</param>
/// <param name="Repair">Put right what can be put right without asking.</param>
internal sealed record Patient(HostSettings Settings, bool IsRunning, NpgsqlDataSource? Database, bool Repair)
{
    public StogramContext Context()
    {
        var options = new DbContextOptionsBuilder<StogramContext>()
            .UseNpgsql(Database!, npgsql => npgsql.MigrationsHistoryTable("migrations", "core").CommandTimeout(0));
        return new(options.Options);
    }

    /// <summary>Rows of a question to the database.</summary>
    public async Task<List<T>> Ask<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = Database!.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
