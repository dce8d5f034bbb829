using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Stogram.Host.Tests.Startup;

/// <summary>A place for one server: a data folder, a free port, the program to start.</summary>
internal sealed class HostHome : IDisposable
{
    private const string OtherUser = "daemon";

    private readonly string _folder;

    public HostHome(string data = "data")
    {
        _folder = Directory.CreateTempSubdirectory("stogram-host-").FullName;
        Data = Path.Combine(_folder, data);
        Url = $"http://localhost:{FreePort()}";
        // PostgreSQL's user must pass through the folder when the tests run as root.
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
    }

    public string Data { get; }

    public string Url { get; init; }

    public string Program { get; private set; } = Path.Combine(AppContext.BaseDirectory, "Stogram.Host.dll");

    public string Cluster => Path.Combine(Data, "postgres");

    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First());

    public bool HasPostmaster => File.Exists(Path.Combine(Cluster, "postmaster.pid"));

    /// <summary>Root becomes somebody else; whoever is not root is somebody else already.</summary>
    public static string[] BecomeOtherUser => Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={OtherUser}", $"--regid={OtherUser}", "--clear-groups", "--"]
        : [];

    /// <summary>The clone may lie where the other user cannot read it, so they get a copy, and own the place.</summary>
    public void HandToOtherUser()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Program = Path.Combine(_folder, "program", "Stogram.Host.dll");
            Run("cp", "-r", AppContext.BaseDirectory, Path.Combine(_folder, "program"));
            Run("chmod", "-R", "a+rX", Path.Combine(_folder, "program"));
            Run("chown", OtherUser, _folder);
        }
    }

    /// <summary>A folder of PostgreSQL programs that do as told.</summary>
    public string Programs(string postgres, string initdb)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        foreach (var (name, script) in new[] { ("postgres", postgres), ("initdb", initdb) })
        {
            File.WriteAllText(Path.Combine(folder, name), $"#!/bin/sh\n{script}\n");
        }

        Run("chmod", "-R", "a+rx", folder);
        return folder;
    }

    public async Task<NpgsqlConnection> Connect()
    {
        var connectionString = new NpgsqlConnectionStringBuilder
        {
            Host = Path.Combine(Data, "run"),
            Username = "stogram",
            Password = await File.ReadAllTextAsync(Path.Combine(Data, "postgres.password")),
            Database = "stogram",
            Pooling = false,
        };
        var connection = new NpgsqlConnection(connectionString.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task<object?> Query(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
