using System.Collections.Concurrent;
using Npgsql;

namespace Stogram.Core.Storage;

/// <summary>
/// Connections that stay with one work, as many as it does at once. Each has to prepare and plan what it runs, and the
/// pool hands out one after the other: a long statement would be planned on all of them, again and again.
/// </summary>
internal sealed class KeptConnections(NpgsqlDataSource database) : IDisposable
{
    private readonly ConcurrentBag<NpgsqlConnection> free = [];

    public async Task<T> Use<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        var connection = free.TryTake(out var kept) ? kept : await database.OpenConnectionAsync(cancellation);
        try
        {
            var done = await work(connection);
            free.Add(connection);
            return done;
        }
        catch
        {
            // It may be broken; the pool knows.
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        while (free.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
