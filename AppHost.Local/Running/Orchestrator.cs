using System.Globalization;
using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>How this run is different: on whose behalf, where, with what.</summary>
internal sealed record RunSettings(string Environment, int? BasePort, bool Fresh, string DataPath, bool Temporary, int? PagePort);

/// <summary>A resource could not start because one it waits for failed.</summary>
internal sealed class DependencyFailedException(string message) : DistributedApplicationException(message);

/// <summary>Starts all resources in the order of their dependencies, keeps them running, and stops them in reverse.</summary>
internal sealed class Orchestrator(IReadOnlyCollection<IResource> model, RunSettings settings, DistributedApplicationExecutionContext context,
    ResourceNotificationService notifications, ResourceLoggerService logs, IDistributedApplicationEventing eventing, IServiceProvider services) : IAsyncDisposable
{
    private readonly HashSet<string> _announced = [];
    private readonly Dictionary<IResource, int> _depths = [];
    private readonly List<Instance> _instances = [];
    private DataFolder? _data;
    private bool _stopped;

    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    public DistributedApplicationExecutionContext ExecutionContext => context;
    public ResourceNotificationService Notifications => notifications;
    public ResourceLoggerService Logs => logs;
    public Health Health { get; } = new();
    public DataFolder Data => _data ?? throw new InvalidOperationException("The system has not started.");
    public IReadOnlyList<Instance> Instances => _instances;
    public IReadOnlyCollection<IResource> Model => model;

    public async Task OpenDataAsync(Action<string> say)
    {
        _data ??= settings.Temporary ? await DataFolder.OpenTemporaryAsync() : await DataFolder.OpenAsync(settings.DataPath, settings.Fresh, say);
        logs.WriteTo(_data.Logs);
    }

    public async Task StartAsync(Action<string> say, CancellationToken ct)
    {
        await OpenDataAsync(say);
        await Installation.EnsureAsync([.. model.Select(Package).OfType<string>().Distinct()], say, ct);
        AllocatePorts();
        await eventing.PublishAsync(new BeforeStartEvent(services), ct);
        foreach (var resource in model)
            foreach (var instance in Make(resource)) _instances.Add(instance);
        foreach (var resource in model) Announce(resource);
        // The broker takes longest, so it comes first; what depends on nothing starts at once.
        foreach (var instance in _instances.OrderBy(instance => instance.Resource is RabbitMQServerResource ? 0 : 1).Where(instance => !instance.Resource.Annotations.OfType<ExplicitStartupAnnotation>().Any()))
            await instance.StartAsync();
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services), ct);
    }

    /// <summary>Stops what depends on others first; services get up to 6 seconds a step and 8 in all, servers up to 5.</summary>
    public async Task StopAsync()
    {
        if (_stopped) return;
        _stopped = true;
        var began = TimeProvider.System.GetTimestamp();
        TimeSpan Left(double seconds) => TimeSpan.FromSeconds(Math.Max(0.2, seconds - TimeProvider.System.GetElapsedTime(began).TotalSeconds));
        foreach (var level in _instances.GroupBy(instance => (instance.IsServer, Depth(instance.Resource))).OrderBy(group => group.Key.IsServer).ThenByDescending(group => group.Key.Item2))
        {
            var patience = level.Key.IsServer ? Left(13) : TimeSpan.FromSeconds(Math.Min(6, Left(8).TotalSeconds));
            await Task.WhenAll(level.Select(instance => instance.StopAsync(patience)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _instances.ForEach(instance => instance.Dispose());
        Health.Dispose();
        logs.Close();
        _data?.Dispose();
        _data = null;
    }

    /// <summary>Whether a resource is a run that ends, rather than a service that stays.</summary>
    public bool Completes(IResource resource) => !resource.Annotations.OfType<EndpointAnnotation>().Any() && resource is not ContainerResource
        || model.Any(other => other.Annotations.OfType<WaitAnnotation>().Any(wait => wait.Resource == resource && wait.WaitType == WaitType.WaitForCompletion));

    public async Task WaitForDependenciesAsync(Instance instance, CancellationToken ct)
    {
        foreach (var wait in instance.Resource.Annotations.OfType<WaitAnnotation>())
        {
            var target = wait.Resource is IResourceWithParent { Parent: var parent } ? parent : wait.Resource;
            if (target is ParameterResource or ConnectionStringResource) continue;
            await notifications.WaitForResourceAsync(target.Name, now =>
            {
                var state = now.Snapshot.State?.Text;
                if (state == KnownResourceStates.FailedToStart || Completes(target) && state == KnownResourceStates.Exited)
                    throw new DependencyFailedException($"it waits for '{target.Name}', which failed");
                if (state == KnownResourceStates.Finished && wait.WaitType == WaitType.WaitForCompletion && now.Snapshot.ExitCode != wait.ExitCode)
                    throw new DependencyFailedException(string.Create(CultureInfo.InvariantCulture, $"it waits for '{target.Name}', which ended with {now.Snapshot.ExitCode} instead of {wait.ExitCode}"));
                return wait.WaitType switch
                {
                    WaitType.WaitForCompletion => state == KnownResourceStates.Finished,
                    WaitType.WaitUntilStarted => state == KnownResourceStates.Running,
                    _ => now.Snapshot.HealthStatus is HealthStatus.Healthy or HealthStatus.Degraded || state == KnownResourceStates.Finished
                };
            }, ct);
        }
        await eventing.PublishAsync(new BeforeResourceStartedEvent(instance.Resource, services), ct);
    }

    /// <summary>Called by an instance that is healthy for the first time.</summary>
    public async Task BecameReadyAsync(Instance instance, CancellationToken ct)
    {
        foreach (var inside in model.OfType<IResourceWithParent>().Where(inside => inside.Parent == instance.Resource))
            notifications.Publish(inside, inside.Name, now => now with { State = KnownResourceStates.Running, StartTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime });
        lock (_announced) if (!_announced.Add(instance.Resource.Name)) return;
        await eventing.PublishAsync(new ResourceReadyEvent(instance.Resource, services), ct);
    }

    public IEnumerable<KeyValuePair<string, object>> CommonEnvironment(Instance instance)
    {
        var resource = instance.Resource;
        if (resource is ProjectResource)
        {
            yield return new("ASPNETCORE_ENVIRONMENT", settings.Environment);
            yield return new("DOTNET_ENVIRONMENT", settings.Environment);
            yield return new("DOTNET_NOLOGO", "1");
            yield return new("DOTNET_gcServer", "0");
            // Six processes share the machine: they ask the collector to give memory back rather than to keep it.
            yield return new("DOTNET_GCConserveMemory", "5");
            yield return new("DOTNET_SHUTDOWNTIMEOUTSECONDS", "5");
            // One line a message: the page and grep find by lines.
            yield return new("Logging__Console__FormatterName", "simple");
            yield return new("Logging__Console__FormatterOptions__SingleLine", "true");
            yield return new("OTEL_SERVICE_NAME", resource.Name);
            yield return new("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=" + instance.Id);
            yield return new("OTEL_BLRP_SCHEDULE_DELAY", "1000");
            yield return new("OTEL_BSP_SCHEDULE_DELAY", "1000");
            yield return new("OTEL_METRIC_EXPORT_INTERVAL", "1000");
            foreach (var outer in new[] { "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS" })
                if (Environment.GetEnvironmentVariable(outer) is { Length: > 0 } value) yield return new(outer, value);
            yield return new("XINFANG_TELEMETRY_DIR", Data.Telemetry);
            yield return new("XINFANG_FILES_DIR", Data.In("files"));
            if (instance.Ports.Count > 0)
                yield return new("ASPNETCORE_URLS", string.Join(';', resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{instance.Ports[endpoint.Name]}"))));
        }
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.EnvironmentVariable is not null))
            yield return new(endpoint.EnvironmentVariable!, instance.Ports[endpoint.Name]);
    }

    private static string? Package(IResource resource) => resource switch
    {
        PostgresServerResource => "postgresql",
        RedisResource => "redis-server",
        RabbitMQServerResource => "rabbitmq-server",
        _ => null
    };

    private void AllocatePorts()
    {
        var ports = new Ports(settings.BasePort);
        foreach (var resource in model)
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
                // As Aspire's testing builder does, a temporary system takes random ports instead of those the model fixes.
                endpoint.Allocated = endpoint.Port is > 0 and var wanted && !settings.Temporary
                    ? [ports.Exactly(wanted, resource.Name), .. Enumerable.Range(1, Replicas(resource) - 1).Select(_ => ports.Next())]
                    : [.. Enumerable.Range(0, Replicas(resource)).Select(_ => ports.Next())];
        foreach (var broker in model.OfType<RabbitMQServerResource>())
            broker.Annotations.Add(new BrokerPorts(ports.Next(), ports.Next()));
    }

    private IEnumerable<Instance> Make(IResource resource)
    {
        if (resource is not (ProjectResource or ExecutableResource or ContainerResource)) yield break;
        for (var i = 0; i < Replicas(resource); i++)
        {
            var instance = new Instance(resource, Replicas(resource) == 1 ? resource.Name : string.Create(CultureInfo.InvariantCulture, $"{resource.Name}-{i}"), i, this);
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>()) instance.Ports[endpoint.Name] = endpoint.Allocated[i];
            if (resource.Annotations.OfType<BrokerPorts>().SingleOrDefault() is { } broker) (instance.Ports["epmd"], instance.Ports["distribution"]) = (broker.Epmd, broker.Distribution);
            yield return instance;
        }
    }

    private void Announce(IResource resource)
    {
        var relations = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => new RelationshipSnapshot(relation.Resource.Name, relation.Type))
            .Concat(resource is IResourceWithParent inside ? [new RelationshipSnapshot(inside.Parent.Name, "Parent")] : []).Distinct();
        var instances = _instances.Where(instance => instance.Resource == resource).ToList();
        foreach (var id in instances.Count == 0 ? [resource.Name] : instances.Select(instance => instance.Id))
            notifications.Publish(resource, id, now => (now with
            {
                State = instances.Count > 0 ? KnownResourceStates.NotStarted : resource is IResourceWithParent ? KnownResourceStates.Waiting : KnownResourceStates.Running,
                CreationTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
                Relationships = [.. relations],
                Urls = [.. Links.Of(resource, instances.FirstOrDefault(instance => instance.Id == id)?.Ports)]
            }).With("resource.source", Source(resource)).With("resource.restarts", 0));
    }

    private static string Source(IResource resource) => resource switch
    {
        ProjectResource => resource.Annotations.OfType<ProjectMetadataAnnotation>().Single().Metadata is var project ? Path.GetFileName(project.ProjectPath) : "",
        ExecutableResource executable => executable.Command,
        PostgresServerResource => Installation.Postgres is { } bin ? Path.Combine(bin, "postgres") : "",
        RedisResource => Installation.Redis ?? "",
        RabbitMQServerResource => Installation.RabbitMq ?? "",
        _ => ""
    };

    private int Depth(IResource resource)
    {
        if (_depths.TryGetValue(resource, out var known)) return known;
        _depths[resource] = 0; // Ends a circle.
        // What was declared before may be depended on; a reference to a later one goes round in a circle (portal and gateway).
        var order = model.ToList();
        return _depths[resource] = resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource)
            .Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => relation.Resource).Where(other => order.IndexOf(other) < order.IndexOf(resource)))
            .Select(before => before is IResourceWithParent { Parent: var parent } ? parent : before).Where(before => before != resource)
            .Select(before => Depth(before) + 1).DefaultIfEmpty(0).Max();
    }

    private static int Replicas(IResource resource) => resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;

    private sealed record BrokerPorts(int Epmd, int Distribution) : IResourceAnnotation;
}

/// <summary>The links of a resource: its endpoints, named and added to by the model.</summary>
internal static class Links
{
    public static IEnumerable<UrlSnapshot> Of(IResource resource, IReadOnlyDictionary<string, int>? ports)
    {
        if (ports is null) yield break;
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var root = string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{ports[endpoint.Name]}");
            var link = new ResourceUrlAnnotation { Url = root };
            foreach (var change in resource.Annotations.OfType<UrlForEndpointAnnotation>().Where(change => change.EndpointName == endpoint.Name)) change.Change(link);
            yield return Snapshot(endpoint, root, link);
            foreach (var added in resource.Annotations.OfType<AddedUrlAnnotation>().Where(added => added.EndpointName == endpoint.Name))
                yield return Snapshot(endpoint, root, added.Make(new EndpointReference((IResourceWithEndpoints)resource, endpoint.Name)));
        }
    }

    private static UrlSnapshot Snapshot(EndpointAnnotation endpoint, string root, ResourceUrlAnnotation link)
        => new(endpoint.Name, link.Url.StartsWith('/') ? root + link.Url : link.Url, !endpoint.IsExternal) { DisplayProperties = new(link.DisplayText ?? "", link.DisplayOrder ?? 0) };
}
