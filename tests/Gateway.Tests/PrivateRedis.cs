using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

/// <summary>A Redis that a test may kill.</summary>
internal sealed class PrivateRedis : IAsyncDisposable
{
    private readonly Process _process;

    private PrivateRedis(Process process, int port) => (_process, Connection) = (process, $"127.0.0.1:{port}");

    public string Connection { get; }

    public static async Task<PrivateRedis> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var redis = new PrivateRedis(Process.Start(new ProcessStartInfo("redis-server",
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--daemonize", "no"]) { RedirectStandardOutput = true })!, port);
        await Eventually.Holds(async () =>
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Connection + ",abortConnect=false,connectTimeout=200");
            return connection.IsConnected;
        }, ct: TestContext.Current.CancellationToken);
        return redis;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
