using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>The whole system, started through the AppHost on servers and data of its own, with limits high enough for one address.</summary>
public class XinfangSystem : IAsyncLifetime
{
    /// <summary>Services with a database, and its connection name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Databases = new Dictionary<string, string>
    {
        ["identity"] = "identitydb", ["intake"] = "intakedb", ["case-handling"] = "casehandlingdb", ["department-feed"] = "departmentfeeddb",
        ["outreach"] = "outreachdb", ["training"] = "trainingdb", ["insight"] = "insightdb",
    };

    /// <summary>Everything that answers HTTP.</summary>
    public static readonly string[] Services = ["identity", "intake", "case-handling", "department-feed", "outreach", "training", "insight", "portal", "gateway"];

    /// <summary>The password of every seeded account in these tests.</summary>
    public const string DemoPassword = "EndToEnd-2026";

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(6);
    private readonly Dictionary<string, NpgsqlDataSource> _data = [];
    private readonly Dictionary<string, string> _connections = [];
    private IDistributedApplicationTestingBuilder? _builder;
    private DistributedApplication? _app;
    private Accounts? _accounts;

    /// <summary>The one address from outside.</summary>
    public Uri Gateway { get; private set; } = null!;

    /// <summary>The broker, with the account of an operator.</summary>
    public Uri Broker { get; private set; } = null!;

    /// <summary>A client of the gateway without a token.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Connection string of the cache.</summary>
    public string Cache { get; private set; } = "";

    /// <summary>Where the whole system keeps its data: servers, files, logs, telemetry.</summary>
    public string DataFolder => Path.GetFullPath(Path.Combine(Variable("intake", "XINFANG_FILES_DIR"), ".."));

    internal Accounts Accounts => _accounts!;

    internal People People { get; private set; } = null!;

    /// <summary>What a kind of system needs beyond the usual.</summary>
    protected virtual string[] Arguments => [];

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        var limits = new[] { "submit", "query", "api", "sign-in", "upload" }.Select(limit => $"--Parameters:{limit}-rate=100000000");
        _builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>([$"--XINFANG_DEMO_PASSWORD={DemoPassword}", .. limits, .. Arguments], patience.Token);
        _app = await _builder.BuildAsync(patience.Token);
        await _app.StartAsync(patience.Token);
        try
        {
            foreach (var resource in Services) await _app.ResourceNotifications.WaitForResourceHealthyAsync(resource, patience.Token);
        }
        catch
        {
            KeepLogs();
            throw;
        }

        Gateway = _app.GetEndpoint("gateway");
        Broker = new Uri((await _app.GetConnectionStringAsync("messaging", patience.Token))!);
        Http = NewClient();
        _accounts = new Accounts(Gateway, DemoPassword);
        People = new People(Http, Accounts);
        foreach (var (service, connection) in Databases)
            _data[service] = NpgsqlDataSource.Create(_connections[service] = (await _app.GetConnectionStringAsync(connection, patience.Token))!);
        Cache = (await _app.GetConnectionStringAsync("cache", patience.Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        _accounts?.Dispose();
        foreach (var source in _data.Values) await source.DisposeAsync();
        KeepLogs();
        if (_app is not null) await _app.DisposeAsync();
        if (_builder is not null) await _builder.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client of the gateway that follows no redirects.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 32,
        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8, // else .NET refuses to send what others may send
    })
    {
        BaseAddress = Gateway, Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>A service's database.</summary>
    public NpgsqlDataSource Database(string service) => _data[service];

    /// <summary>Connection string of a service's database, with its password.</summary>
    public string Connection(string service) => _connections[service];

    /// <summary>The service's own address, past the gateway.</summary>
    public Uri Endpoint(string resource) => App.GetEndpoint(resource);

    /// <summary>Ends the process as a power cut would (SIGKILL). The host starts it again by itself.</summary>
    public async Task KillAsync(string resource, CancellationToken ct)
    {
        var before = ProcessOf(resource);
        using (var process = Process.GetProcessById(before)) process.Kill();
        await App.ResourceNotifications.WaitForResourceAsync(resource, now => Pid(now) is { } pid && pid != before, ct);
        await HealthyAsync(resource, ct);
    }

    /// <summary>Stops it until <see cref="StartAsync"/>.</summary>
    public async Task StopAsync(string resource, CancellationToken ct)
    {
        await CommandAsync(resource, KnownResourceCommands.StopCommand, ct);
        await App.ResourceNotifications.WaitForResourceAsync(resource, now => KnownResourceStates.TerminalStates.Contains(now.Snapshot.State?.Text ?? ""), ct);
    }

    /// <summary>Starts it and returns at once.</summary>
    public Task StartAsync(string resource, CancellationToken ct) => CommandAsync(resource, KnownResourceCommands.StartCommand, ct);

    public async Task HealthyAsync(string resource, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StartPatience);
        await App.ResourceNotifications.WaitForResourceHealthyAsync(resource, patience.Token);
    }

    /// <summary>A variable the resource was started with.</summary>
    public string Variable(string resource, string name) => App.ResourceNotifications.TryGetCurrentState(resource, out var state)
        ? state.Snapshot.EnvironmentVariables.Single(variable => variable.Name == name).Value ?? ""
        : throw new InvalidOperationException($"{resource} is not there.");

    /// <summary>Leaves what the services said in artifacts/logs, for whoever asks why a test failed.</summary>
    private void KeepLogs()
    {
        if (_app is null || !_app.ResourceNotifications.TryGetCurrentState("intake-migrations", out var state)) return;
        if (state.Snapshot.EnvironmentVariables.FirstOrDefault(variable => variable.Name == "XINFANG_TELEMETRY_DIR")?.Value is not { } telemetry) return;
        var kept = Directory.CreateDirectory(Path.Combine(Testing.Approved.Repository(), "artifacts", "logs", GetType().Name)).FullName;
        foreach (var log in Directory.EnumerateFiles(Path.Combine(telemetry, "..", "logs"))) File.Copy(log, Path.Combine(kept, Path.GetFileName(log)), overwrite: true);
    }

    private DistributedApplication App => _app ?? throw new InvalidOperationException("The system has not started.");

    private async Task CommandAsync(string resource, string command, CancellationToken ct)
    {
        var result = await App.ResourceCommands.ExecuteCommandAsync(resource, command, ct);
        if (!result.Success) throw new InvalidOperationException($"{command} {resource}: {result.Message}");
    }

    /// <summary>The process of a resource.</summary>
    public int ProcessOf(string resource) => App.ResourceNotifications.TryGetCurrentState(resource, out var state) && Pid(state) is { } pid
        ? pid
        : throw new InvalidOperationException($"{resource} has no process.");

    private static int? Pid(ResourceEvent now) => now.Snapshot.Properties.FirstOrDefault(property => property.Name is "executable.pid" or "resource.pid")?.Value is { } pid
        ? Convert.ToInt32(pid, CultureInfo.InvariantCulture)
        : null;
}

/// <summary>One system for all tests that leave it running.</summary>
public sealed class WholeSystem : XinfangSystem
{
    // The departments' own broker accounts are made through the management interface.
    protected override string[] Arguments => ["--XINFANG_MANAGEMENT=true"];
}

/// <summary>One system for the tests that break it and put it together again.</summary>
public sealed class BreakableSystem : XinfangSystem;

[CollectionDefinition(nameof(WholeSystem))]
public sealed class UsesWholeSystem : ICollectionFixture<WholeSystem>;

[CollectionDefinition(nameof(BreakableSystem))]
public sealed class UsesBreakableSystem : ICollectionFixture<BreakableSystem>;
