using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core;
using Stogram.Core.Storage;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>What has come out of a backup, next to what went in.</summary>
internal sealed class RestoredDatabase : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly DataFolder _data;
    private readonly ServiceProvider _core;

    public RestoredDatabase(string connectionString, DataFolder data)
    {
        if (!File.Exists(data.At("keys/signing.key")))
        {
            throw new StartupError("The backup holds no signing key.");
        }

        (_connectionString, _data) = (connectionString, data);
        _core = Core(connectionString, SigningKey.Of(data.At("keys")), data);
    }

    public static void IsKnown(Manifest manifest)
    {
        using var core = Core("Host=/nowhere", [], data: null);
        using var context = core.GetRequiredService<IDbContextFactory<StogramContext>>().CreateDbContext();
        if (manifest.Migrations.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            throw new StartupError(
                $"The backup was made by a newer Stogram ({manifest.Stogram}, database {unknown}): update this one first.");
        }
    }

    public async Task Compare(Unpacked unpacked, CancellationToken cancellation)
    {
        var manifest = unpacked.Manifest;
        await using var snapshot = await Snapshot.Take(_connectionString, cancellation);
        var counts = await snapshot.Count(cancellation);
        foreach (var (table, rows) in manifest.Tables)
        {
            if (counts.GetValueOrDefault(table, -1) is var found && found != rows)
            {
                throw new StartupError($"The backup is not whole: {table} had {rows} rows, restored are {Math.Max(found, 0)}.");
            }
        }

        if ((await snapshot.ChatsWithGaps(cancellation)).FirstOrDefault() is var chat && chat != Guid.Empty)
        {
            throw new StartupError($"The backup is not whole: messages of chat {chat} are missing.");
        }

        await foreach (var (path, size) in snapshot.Files(cancellation))
        {
            if (!manifest.MissingFiles.Contains(path) && unpacked.Uploads.GetValueOrDefault(path, -1) != size)
            {
                throw new StartupError($"The backup is not whole: of the file {path} {size} bytes are missing.");
            }
        }

        if (Manifest.KeyId(_data) != manifest.SigningKey)
        {
            throw new StartupError("The backup's signing key is not the one of the server it was made of.");
        }
    }

    /// <summary>
    /// Brings the schema to this version, and tells clients apart that have seen more than was restored: numbers that
    /// were given out after the backup will be given out again, for other messages.
    /// </summary>
    public async Task BringUpToDate(CancellationToken cancellation)
    {
        await _core.GetRequiredService<Migrate>().Run(cancellation);
        await _core.GetRequiredService<NewEpoch>().Begin(cancellation);
    }

    public ValueTask DisposeAsync() => _core.DisposeAsync();

    private static ServiceProvider Core(string connectionString, byte[] signingKey, DataFolder? data)
    {
        var session = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStogramCore(
            NpgsqlDataSource.Create(session),
            new() { SigningKey = signingKey, UploadsFolder = data?.At("uploads") ?? "" });
        return services.BuildServiceProvider();
    }
}
