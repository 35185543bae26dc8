using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>A wire to a server that can be cut: everything on it is gone at once, and whoever connects again gets through.</summary>
internal sealed class BreakableWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _accepting;

    /// <param name="server">Address of the server, with host and port.</param>
    public BreakableWire(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The server as seen through this wire.</summary>
    public Uri Address => new UriBuilder(_server) { Host = "localhost", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>Ends every connection without a goodbye.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
        {
            if (!_open.TryRemove(client, out _)) continue;
            client.LingerState = new LingerOption(true, 0); // a reset, as from a machine that lost its power
            client.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var near = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = CarryAsync(near);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The listener has stopped, or the caller has gone already.
            }
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            _open[near] = _open[far] = 0;
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), _end.Token), far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // It was cut.
        }
        finally
        {
            foreach (var client in (TcpClient[])[near, far])
            {
                _open.TryRemove(client, out _);
                client.Dispose();
            }
        }
    }
}
