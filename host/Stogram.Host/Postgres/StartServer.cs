using Npgsql;
using Stogram.Host.Startup;

namespace Stogram.Host.Postgres;

/// <summary>Everything that is known once and needed for each start of the server.</summary>
internal sealed class StartServer : IDisposable
{
    private const string Database = "stogram";

    private readonly ClusterOptions _options;
    private readonly ClusterOwner _owner;
    private readonly PostgresBinaries _binaries;
    private readonly string _socket;

    private StartServer(ClusterOptions options, ClusterOwner owner, PostgresBinaries binaries, ClusterFolder folder)
    {
        (_options, _owner, _binaries, Folder) = (options, owner, binaries, folder);
        _socket = folder.SocketFolder(owner);
    }

    public ClusterFolder Folder { get; }

    public static async Task<StartServer> Prepare(ClusterOptions options, CancellationToken cancellation)
    {
        var owner = await ClusterOwner.Find(cancellation);
        if (!await owner.CanEnter(options.Data, cancellation))
        {
            throw new StartupError(
                $"PostgreSQL's user stogram-db cannot enter {options.Data}: choose a folder outside of a private home with --data.");
        }

        var folder = new ClusterFolder(options.Data);
        var binaries = await FindBinaries.For(folder.MajorVersion(), options, owner, cancellation);
        await Leftovers.Clear(folder, options.Say, cancellation);
        if (folder.MajorVersion() is null)
        {
            options.Say($"Making a database cluster in {folder.Path} with {binaries}: there is none yet.");
            await InitCluster.Run(folder, binaries, owner);
        }

        return new StartServer(options, owner, binaries, folder);
    }

    public void Say(string step) => _options.Say(step);

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = _socket,
            Username = InitCluster.Superuser,
            Password = Folder.Password(),
            Database = database,
        }.ConnectionString;

    public async Task<Postmaster> Run(CancellationToken cancellation)
    {
        await Leftovers.Clear(Folder, Say, cancellation);
        RemoveStaleSocket();
        Say($"Starting {_binaries}.");
        var log = new ServerLog(Folder.Log);
        var postmaster = await Postmaster.Start(await Command(cancellation), Folder.Log);
        try
        {
            await WaitUntilReady(postmaster, log, cancellation);
            return postmaster;
        }
        catch
        {
            await postmaster.Stop();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_socket.StartsWith(_options.Data, StringComparison.Ordinal))
        {
            Directory.Delete(_socket, recursive: true);
        }
    }

    private Task<IEnumerable<string>> Command(CancellationToken cancellation)
    {
        string[] server =
        [
            "listen_addresses=", $"unix_socket_directories={_socket}", "unix_socket_permissions=0700",
            "logging_collector=off", "log_min_messages=warning", "log_checkpoints=off", "lc_messages=C",
            "max_connections=200", .. _options.Server,
        ];
        return _owner.BoundCommand(
            [_binaries.Server, "-D", Folder.Path, .. server.SelectMany(setting => new[] { "-c", setting })], cancellation);
    }

    // Its lock file names a process, and PostgreSQL gives up when some other process has that number today.
    private void RemoveStaleSocket()
    {
        File.Delete(Path.Combine(_socket, ".s.PGSQL.5432"));
        File.Delete(Path.Combine(_socket, ".s.PGSQL.5432.lock"));
    }

    private async Task WaitUntilReady(Postmaster postmaster, ServerLog log, CancellationToken cancellation)
    {
        // No time limit: after a crash the server may replay its log for minutes, and says so when asked.
        while (!postmaster.HasExited)
        {
            try
            {
                await EnsureDatabase(cancellation);
                return;
            }
            catch (NpgsqlException error) when (IsStillStarting(error))
            {
                await Task.WhenAny(postmaster.Exited, Task.Delay(20, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }

        throw log.Explain();
    }

    private static bool IsStillStarting(NpgsqlException error) =>
        error is not PostgresException || error.SqlState == PostgresErrorCodes.CannotConnectNow;

    private async Task EnsureDatabase(CancellationToken cancellation)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var find = new NpgsqlCommand($"select 1 from pg_database where datname = '{Database}'", connection);
        if (await find.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"create database {Database}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }
}
