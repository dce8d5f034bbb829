using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Stogram.Testing.Postgres;

/// <summary>
/// The wire between a server and its database, which tests may cut (connections break, new ones are refused) or
/// silence (connections stay and nothing comes any more, as when a cable is pulled).
/// </summary>
public sealed class DatabaseLine : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly ConcurrentDictionary<Socket, bool> _sockets = [];
    private readonly IPEndPoint _end;
    private Socket? _listener;
    private volatile TaskCompletionSource _sound = Open();

    public DatabaseLine(string connectionString)
    {
        _target = new(connectionString);
        _listener = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        _end = (IPEndPoint)_listener.LocalEndPoint!;
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_target.ConnectionString)
    {
        Host = _end.Address.ToString(),
        Port = _end.Port,
    }.ConnectionString;

    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var socket in _sockets.Keys)
        {
            socket.Dispose();
        }
    }

    public void Silence() => _sound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As it was before. What was on its way while it was silent arrives.</summary>
    public void Mend()
    {
        _sound.TrySetResult();
        _listener ??= Listen(_end);
    }

    public ValueTask DisposeAsync()
    {
        _sound.TrySetResult();
        Cut();
        return default;
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private Socket Listen(IPEndPoint at)
    {
        var listener = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(at);
        listener.Listen();
        _ = Accept(listener);
        return listener;
    }

    private async Task Accept(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = Join(await listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task Join(Socket near)
    {
        using var far = Far();
        using (near)
        {
            _sockets[near] = _sockets[far] = true;
            try
            {
                await far.ConnectAsync(FarEnd());
                await Task.WhenAny(Carry(near, far), Carry(far, near));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Cut, or nobody there.
            }

            _sockets.TryRemove(near, out _);
            _sockets.TryRemove(far, out _);
        }
    }

    private async Task Carry(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                await _sound.Task;
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private bool IsUnix => _target.Host!.StartsWith('/');

    private Socket Far() => IsUnix
        ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new(SocketType.Stream, ProtocolType.Tcp);

    private EndPoint FarEnd() => IsUnix
        ? new UnixDomainSocketEndPoint(Path.Combine(_target.Host!, $".s.PGSQL.{_target.Port}"))
        : new DnsEndPoint(_target.Host!, _target.Port);
}
