using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Files;

namespace Stogram.Core.Organizations;

/// <summary>
/// Takes all that belongs to a deleted organization out of the database and off the disk: some rows at a time, so that
/// others are not held up, and on from where it was after a stop. One node works, the others look again later.
/// </summary>
internal sealed class ForgetOrganizations(
    NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider time, ILogger<ForgetOrganizations> log) : BackgroundService
{
    private const int AtOnce = 2000;

    private const long Lock = 0x466F72676574;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim wake = new(0, 1);

    public void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            wake.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await All(stop);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning(e, "A deleted organization is not gone yet; trying again");
            }

            await Task.WhenAny(wake.WaitAsync(stop), Task.Delay(Pause, time, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task All(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (!await Ask<bool>(connection, "select pg_try_advisory_lock($1)", Lock, cancellation))
        {
            return;
        }

        try
        {
            while (await Ask<Guid?>(
                connection, "select id from core.organizations where deleted_at is not null and $1 is not null limit 1", Lock, cancellation) is { } id)
            {
                await Forget(connection, id, cancellation);
                log.LogInformation("The organization {Id} is gone", id);
            }
        }
        finally
        {
            await Ask<bool>(connection, "select pg_advisory_unlock($1)", Lock, CancellationToken.None);
        }
    }

    private async Task Forget(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        foreach (var table in await OwnedTables.Find(connection, cancellation))
        {
            if (table.Name == OwnedTables.Files)
            {
                await using var scope = scopes.CreateAsyncScope();
                var files = scope.ServiceProvider.GetRequiredService<DeleteFiles>();
                while (await files.OfOrganization(id, AtOnce, cancellation) > 0)
                {
                }
            }

            foreach (var rows in table.Owned)
            {
                var sql = $"delete from {table.Name} where ctid = any(array(select t.ctid from {table.Name} t where {rows} limit {AtOnce}))";
                while (await Delete(connection, sql, id, cancellation) > 0)
                {
                }
            }
        }

        await Delete(connection, "delete from core.organizations where id = $1", id, cancellation);
    }

    private static async Task<int> Delete(NpgsqlConnection connection, string sql, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = id } } };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<T?> Ask<T>(NpgsqlConnection connection, string sql, long value, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync(cancellation) is T answer ? answer : default;
    }
}
