using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Xinfang.Load;

/// <summary>A fresh system started through the AppHost, or a running one named on the command line.</summary>
internal sealed class SystemUnderTest : IAsyncDisposable
{
    private readonly DistributedApplication? _app;

    /// <summary>Password of the demo accounts.</summary>
    public static string DemoPassword { get; } = Environment.GetEnvironmentVariable("XINFANG_DEMO_PASSWORD") ?? "Load-" + Guid.CreateVersion7().ToString("N")[^12..];

    private SystemUnderTest(DistributedApplication? app, Uri gateway, Uri broker, string? postgres, Uri? intake) =>
        (_app, Gateway, Broker, Postgres, Intake) = (app, gateway, broker, postgres, intake);

    public Uri Gateway { get; }

    public Uri Broker { get; }

    /// <summary>Connection string of Intake's database, or null when a running system was named without it.</summary>
    public string? Postgres { get; }

    /// <summary>Intake's own address, past the gateway.</summary>
    public Uri? Intake { get; }

    /// <summary>Starts one, with temporary data or in a folder that stays; or takes the running one that was named.</summary>
    public static async Task<SystemUnderTest> StartAsync(Options options, CancellationToken ct, string? data = null)
    {
        if (options["--gateway"] is { } gateway)
            return new(null, new Uri(gateway), new Uri(options["--amqp"] ?? throw new ArgumentException("--gateway needs --amqp")),
                options["--postgres"], options["--intake"] is { } direct ? new Uri(direct) : null);

        Progress.Say(data is null ? "starting a fresh system" : $"starting the system in {data}");
        string[] where = data is null ? [] : ["--data", data, "--port", FreePort()];
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [.. where, $"--XINFANG_DEMO_PASSWORD={DemoPassword}", "--Parameters:submit-rate=100000000", "--Parameters:query-rate=100000000", "--Parameters:api-rate=100000000", "--Parameters:sign-in-rate=100000000"], ct);
        var app = await builder.BuildAsync(ct);
        await app.StartAsync(ct);
        await Task.WhenAll(Resources.Select(resource => app.ResourceNotifications.WaitForResourceHealthyAsync(resource, ct)));
        Progress.Say("the system is healthy");
        return new(app, app.GetEndpoint("gateway"), new Uri((await app.GetConnectionStringAsync("messaging", ct))!),
            await app.GetConnectionStringAsync("intakedb", ct), app.GetEndpoint("intake"));
    }

    /// <summary>Ends a resource's process as a power cut would; the host starts it again.</summary>
    public async Task KillAsync(string resource, CancellationToken ct)
    {
        var app = _app ?? throw new InvalidOperationException("Chaos needs a system of its own.");
        var before = ProcessOf(resource);
        System.Diagnostics.Process.GetProcessById(before).Kill(entireProcessTree: false);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(ct))
            if (TryProcessOf(resource) is { } now && now != before) break;
        await app.ResourceNotifications.WaitForResourceHealthyAsync(resource, ct);
    }

    /// <summary>Process ids of every resource that runs as a process, by name.</summary>
    public IReadOnlyDictionary<string, int> Processes() => Resources
        .Select(name => (name, Id: TryProcessOf(name)))
        .Where(r => r.Id is not null)
        .ToDictionary(r => r.name, r => r.Id!.Value);

    public static IReadOnlyList<string> Resources { get; } =
        ["messaging", "cache", "postgres", "identity", "intake", "case-handling", "department-feed", "outreach", "training", "insight", "portal", "gateway"];

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private int ProcessOf(string resource) => TryProcessOf(resource) ?? throw new InvalidOperationException($"{resource} has no process.");

    private int? TryProcessOf(string resource) =>
        _app is not null && _app.ResourceNotifications.TryGetCurrentState(resource, out var state)
        && state.Snapshot.Properties.FirstOrDefault(p => p.Name == "resource.pid")?.Value is int pid ? pid : null;
}
