using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Xinfang.Insight.Tests.Alarms;

/// <summary>A service that answers for its health, and an address that takes alarms; both as a test wants them.</summary>
internal sealed class Neighbour : IAsyncDisposable
{
    public const string Well = """{"status":"Healthy","checks":[{"name":"self","status":"Healthy"}]}""";

    private readonly WebApplication _app;

    private Neighbour(WebApplication app) => _app = app;

    /// <summary>What it answers on /health; null: nothing that could be read.</summary>
    public string? Health { get; set; } = Well;

    /// <summary>What it answers to an alarm.</summary>
    public int Answers { get; set; } = 204;

    /// <summary>The alarms it was sent, with their headers.</summary>
    public ConcurrentQueue<(string Timestamp, string Signature, string Body)> Received { get; } = new();

    public int Beats => _beats;

    public Uri Address => new(_app.Urls.First());

    private int _beats;

    public static async Task<Neighbour> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var neighbour = new Neighbour(builder.Build());
        neighbour._app.MapGet("/health", () => neighbour.Health is { } health ? Results.Text(health, "application/json", Encoding.UTF8, health.StartsWith("""{"status":"Unhealthy""", StringComparison.Ordinal) ? 503 : 200) : Results.StatusCode(502));
        neighbour._app.MapGet("/beat", () => { Interlocked.Increment(ref neighbour._beats); return Results.Ok(); });
        neighbour._app.MapPost("/alarms", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            if (neighbour.Answers < 300) neighbour.Received.Enqueue((request.Headers["X-Xinfang-Timestamp"].ToString(), request.Headers["X-Xinfang-Signature"].ToString(), body));
            return Results.StatusCode(neighbour.Answers);
        });
        await neighbour._app.StartAsync();
        return neighbour;
    }

    /// <summary>Lets go of its port: nobody answers there.</summary>
    public Task GoAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A mail server, as much of one as a letter needs (RFC 5321).</summary>
internal sealed class Postbox : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Postbox()
    {
        _listener.Start();
        _ = TakeAsync();
    }

    public ConcurrentQueue<MimeMessage> Letters { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptTcpClientAsync();
                await TalkAsync(socket.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true); // each byte stays one
        await SayAsync("220 postbox");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await SayAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text && text != ".") letter.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
                Letters.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(letter.ToString()))));
                await SayAsync("250 taken");
            }
            else if (line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                await SayAsync("221 bye");
                return;
            }
            else await SayAsync("250 ok");
        }

        async Task SayAsync(string what) => await stream.WriteAsync(Encoding.ASCII.GetBytes(what + "\r\n"));
    }
}

/// <summary>Something that answers with TLS and shows a certificate.</summary>
internal sealed class TlsDoor : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TlsDoor()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Until when what it shows next is valid.</summary>
    public DateTimeOffset ValidUntil { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
            try
            {
                using var socket = await _listener.AcceptTcpClientAsync();
                using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(ValidUntil.AddDays(-90), ValidUntil);
                using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
                await using var tls = new SslStream(socket.GetStream());
                await tls.AuthenticateAsServerAsync(certificate);
                _ = await tls.ReadAsync(new byte[1]);
            }
            catch (IOException)
            {
                // Whoever looked has gone.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
    }
}
