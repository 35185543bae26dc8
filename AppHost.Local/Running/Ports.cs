using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>
/// Gives out ports. With a base port (that of the gateway) they follow from it, so that two systems with different base ports run side by side;
/// in tests they are random. Busy ones are passed over.
/// </summary>
internal sealed class Ports(int? basePort)
{
    private readonly HashSet<int> _given = [];
    // Below the range from which the kernel takes ports for outgoing connections.
    private int _next = basePort is not { } port ? Random.Shared.Next(10_000, 28_000) : port <= 20_000 ? port + 10_000 : port + 10;

    public int Next()
    {
        for (var tried = 0; tried < 5000; tried++)
        {
            var port = _next++;
            if (_next > 65_000) _next = 10_000;
            if (IsFree(port) && _given.Add(port)) return port;
        }
        throw new DistributedApplicationException("There is no free port on this machine.");
    }

    public int Exactly(int port, string whose) => IsFree(port) && _given.Add(port) ? port
        : throw new DistributedApplicationException($"Port {port}, wanted for {whose}, is in use. Choose another base port with --port N.");

    public static bool HasIPv6 { get; } = Socket.OSSupportsIPv6 && CanListen(IPAddress.IPv6Loopback, 0);

    private static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!HasIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
