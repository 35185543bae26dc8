using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>One process of a resource (one of several if it has replicas): waits, starts, watches, restarts, stops.</summary>
internal sealed class Instance(IResource resource, string id, int index, Orchestrator system) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 0.5, 1, 2, 4, 8, 15, 30 }.Select(TimeSpan.FromSeconds)];
    private static readonly TimeProvider Clock = TimeProvider.System;
    private const int AttemptsToStart = 3;

    private readonly ResourceLog _log = system.Logs.Of(id);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenSource _life = new();
    private Task _running = Task.CompletedTask;
    private Child? _child;
    private Child? _companion;
    private int _restarts;
    private bool _wasHealthy;
    private volatile bool _ready;

    public IResource Resource { get; } = resource;
    public string Id { get; } = id;
    public int Index { get; } = index;
    public int Pid => _child is { Exited.IsCompleted: false } child ? child.Pid : 0;
    public bool IsServer => Resource is ContainerResource;
    public Dictionary<string, int> Ports { get; } = [];

    private bool RunsToCompletion => system.Completes(Resource);

    /// <summary>Starts it, as soon as what it waits for is there.</summary>
    public async Task StartAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (!_running.IsCompleted) return;
            _life = new();
            _wasHealthy = false;
            _running = Task.Run(() => LiveAsync(_life.Token));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops it; kills it if it has not ended after <paramref name="patience"/>.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        await _turn.WaitAsync();
        try
        {
            await _life.CancelAsync();
            if (_child is { } child)
            {
                Publish(now => now with { State = KnownResourceStates.Stopping });
                await child.StopAsync(patience);
            }
            await _running;
            if (_companion is { } companion)
            {
                await companion.StopAsync(TimeSpan.FromSeconds(1));
                system.Data.Forget(companion.Pid);
                companion.Dispose();
            }
            _companion = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _life.Dispose();
        _turn.Dispose();
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        try
        {
            Publish(now => now with { State = KnownResourceStates.Waiting, HealthReports = [], ExitCode = null });
            await system.WaitForDependenciesAsync(this, ct);
            for (var failures = 0; ; )
            {
                var since = Clock.GetTimestamp();
                var code = await RunOnceAsync(ct);
                if (ct.IsCancellationRequested || RunsToCompletion)
                {
                    Publish(now => (now with { State = code == 0 && !ct.IsCancellationRequested ? KnownResourceStates.Finished : KnownResourceStates.Exited, ExitCode = code, HealthReports = [], StopTimeStamp = Clock.GetUtcNow().UtcDateTime }).With("resource.pid", null));
                    return;
                }
                if (_wasHealthy && Clock.GetElapsedTime(since) > TimeSpan.FromMinutes(1)) failures = 0;
                if (!_wasHealthy && failures + 1 >= AttemptsToStart)
                    throw new DistributedApplicationException(string.Create(CultureInfo.InvariantCulture, $"It ended {AttemptsToStart} times before it was healthy, last with {code}."));
                var pause = Pauses[Math.Min(failures++, Pauses.Length - 1)];
                _restarts++;
                _log.Say(string.Create(CultureInfo.InvariantCulture, $"ended with {code}; restart {_restarts} in {pause.TotalSeconds} s"));
                Publish(now => (now with { State = KnownResourceStates.Exited, ExitCode = code, HealthReports = [], StopTimeStamp = Clock.GetUtcNow().UtcDateTime })
                    .With("resource.restarts", _restarts).With("resource.restartAt", (Clock.GetUtcNow() + pause).UtcDateTime).With("resource.pid", null));
                await Task.Delay(pause, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Publish(now => (now with { State = KnownResourceStates.Exited, HealthReports = [], StopTimeStamp = Clock.GetUtcNow().UtcDateTime }).With("resource.pid", null).With("resource.restartAt", null));
        }
        catch (Exception e)
        {
            // Whatever it is, the resource must not look as if it were still coming up. What is no plain refusal is shown with its trace.
            _log.Say(e is DistributedApplicationException or IOException ? e.Message : e.ToString());
            Publish(now => (now with { State = KnownResourceStates.FailedToStart, HealthReports = [], StopTimeStamp = Clock.GetUtcNow().UtcDateTime }).With("resource.failure", e.Message).With("resource.pid", null));
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken ct)
    {
        Publish(now => now with { State = KnownResourceStates.Starting, HealthReports = [] });
        var server = IsServer ? LocalServer.For(Resource, system.Data, Ports) : null;
        var launch = server is null ? await LaunchAsync(ct) : await server.PrepareAsync(ct);
        ct.ThrowIfCancellationRequested();
        if (server?.Companion is { } companion && _companion is not { Exited.IsCompleted: false }) _companion = await BeginAsync(companion, _log.Write);
        _ready = server is null;
        using var child = _child = await BeginAsync(launch, (line, isError) =>
        {
            _log.Write(line, isError);
            if (server?.IsReady(line) == true) _ready = true;
        });
        // A stop that came while the process was being started found no child to stop.
        if (ct.IsCancellationRequested) child.Send(launch.StopSignal);
        Publish(now => (now with
        {
            State = KnownResourceStates.Running, ExitCode = null, StartTimeStamp = Clock.GetUtcNow().UtcDateTime, StopTimeStamp = null,
            HealthReports = Checks(server).Length == 0 ? [] : [new(Checks(server), null, null, null)],
            EnvironmentVariables = [.. launch.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => new EnvironmentVariableSnapshot(variable.Key, variable.Value, true))]
        }).With("resource.pid", child.Pid).With("resource.restartAt", null));

        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchHealthAsync(server, watch.Token);
        var family = Processes.Descendants(child.Pid);
        var code = await child.Exited;
        await watch.CancelAsync();
        await watching;
        await Processes.EndAsync(family);
        _child = null;
        system.Data.Forget(child.Pid);
        return code;
    }

    private async Task<Child> BeginAsync(Launch launch, Action<string, bool> onLine)
    {
        var child = await Child.StartAsync(launch, onLine);
        system.Data.Note(child.Pid, child.Started);
        return child;
    }

    private string Checks(LocalServer? server) => server is not null ? "server"
        : Resource.Annotations.OfType<HttpHealthCheckAnnotation>().FirstOrDefault() is { } check ? check.Path : "";

    private async Task WatchHealthAsync(LocalServer? server, CancellationToken ct)
    {
        var checks = Resource.Annotations.OfType<HttpHealthCheckAnnotation>().ToList();
        var (completed, healthyBefore, began) = (false, false, Clock.GetTimestamp());
        try
        {
            while (!ct.IsCancellationRequested)
            {
                ImmutableArray<HealthReportSnapshot> reports = [];
                if (server is not null)
                {
                    if (_ready && !completed)
                    {
                        await server.CompleteAsync(ct);
                        completed = true;
                    }
                    reports = [await ProbeAsync(server, completed, ct)];
                }
                else if (checks.Count > 0)
                {
                    reports = [.. (await Task.WhenAll(checks.Select(check => system.Health.AskAsync(check, Ports, ct)))).SelectMany(report => report)];
                }
                // A process that has just begun is not ill, it is coming up.
                if (!healthyBefore && Clock.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
                    reports = [.. reports.Select(report => report.Status == HealthStatus.Unhealthy ? report with { Status = null } : report)];
                Publish(now => now with { HealthReports = reports });
                var healthy = reports.All(report => report.Status is HealthStatus.Healthy or HealthStatus.Degraded);
                healthyBefore |= healthy;
                if (healthy && !_wasHealthy)
                {
                    _wasHealthy = true;
                    await system.BecameReadyAsync(this, ct);
                }
                if (server is null && checks.Count == 0) return;
                await Task.Delay(healthy ? TimeSpan.FromSeconds(3) : healthyBefore ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(150), ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // The process ended or is being stopped.
        }
        catch (DistributedApplicationException e)
        {
            _log.Say(e.Message);
            Publish(now => now with { HealthReports = [new("server", HealthStatus.Unhealthy, e.Message, null)] });
            _child?.Send(Signal.Kill);
        }
    }

    private static async Task<HealthReportSnapshot> ProbeAsync(LocalServer server, bool completed, CancellationToken ct)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (!completed) return new("server", null, "启动中", null) { LastRunAt = now };
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            await server.ProbeAsync(patience.Token);
            return new("server", HealthStatus.Healthy, null, null) { LastRunAt = now };
        }
        catch (Exception e) when (e is SocketException or IOException || e is OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new("server", HealthStatus.Unhealthy, e is OperationCanceledException ? "5秒内没有回答" : e.Message, null) { LastRunAt = now };
        }
    }

    private async Task<Launch> LaunchAsync(CancellationToken ct)
    {
        var context = new EnvironmentCallbackContext(system.ExecutionContext, Resource, ct);
        foreach (var (name, value) in system.CommonEnvironment(this)) context.EnvironmentVariables[name] = value;
        foreach (var annotation in Resource.Annotations.OfType<EnvironmentCallbackAnnotation>()) await annotation.Callback(context);
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in context.EnvironmentVariables) environment[name] = await ResolveAsync(value, ct);

        var given = new List<object>();
        foreach (var annotation in Resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>()) annotation.Callback(given);
        var arguments = new List<string>();
        foreach (var argument in given) arguments.Add(await ResolveAsync(argument, ct) ?? "");

        if (Resource is ExecutableResource executable)
            return new(executable.Command, arguments, executable.WorkingDirectory) { Environment = environment };
        var metadata = Resource.Annotations.OfType<ProjectMetadataAnnotation>().Single().Metadata;
        var assembly = (metadata as ILocalProjectMetadata)?.AssemblyPath ?? throw new DistributedApplicationException($"'{Resource.Name}' does not say where its assembly is.");
        if (!File.Exists(assembly)) throw new DistributedApplicationException($"{assembly} does not exist: build {metadata.ProjectPath} first.");
        return new(Orchestrator.DotNet, [assembly, .. arguments], Path.GetDirectoryName(metadata.ProjectPath)!) { Environment = environment };
    }

    private static async ValueTask<string?> ResolveAsync(object value, CancellationToken ct) => value switch
    {
        IValueProvider provider => await provider.GetValueAsync(ct),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)
    };

    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => system.Notifications.Publish(Resource, Id, change);
}
