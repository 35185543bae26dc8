using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows the present state of every resource and lets others wait for one.</summary>
public sealed class ResourceNotificationService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceEvent> _current = [];
    private readonly ResourceLoggerService _logs;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ResourceNotificationService(ResourceLoggerService logs) => _logs = logs;

    /// <summary>Changes, beginning with the present state of each resource. Quick successions may be seen as one.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new Dictionary<string, CustomResourceSnapshot>();
        while (true)
        {
            Task changed;
            List<ResourceEvent> news;
            lock (_lock)
            {
                changed = _changed.Task;
                news = [.. _current.Values.Where(now => !seen.TryGetValue(now.ResourceId, out var before) || before != now.Snapshot)];
            }
            foreach (var item in news)
            {
                seen[item.ResourceId] = item.Snapshot;
                yield return item;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory) => PublishUpdateAsync(resource, resource.Name, stateFactory);

    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        Publish(resource, resourceId, stateFactory);
        return Task.CompletedTask;
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        resourceEvent = Matching(resourceId) is [var only] ? only : null;
        return resourceEvent is not null;
    }

    public async Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default)
        => await WaitForResourceAsync(resourceName, now => now.Snapshot.State?.Text == (targetState ?? KnownResourceStates.Running), cancellationToken);

    /// <summary>Waits until the predicate holds for every replica; returns the last one.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task changed;
            lock (_lock) changed = _changed.Task;
            var instances = Matching(resourceName);
            if (instances.Count > 0 && instances.All(predicate)) return instances[^1];
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until every replica is healthy; throws with its last log lines if one failed for good.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        if (Matching(resourceName).Count == 0) throw new DistributedApplicationException($"There is no resource '{resourceName}'.");
        var settled = await WaitForResourceAsync(resourceName,
            now => now.Snapshot.HealthStatus == HealthStatus.Healthy || now.Snapshot.State?.Text == KnownResourceStates.FailedToStart, cancellationToken);
        foreach (var failed in Matching(resourceName).Where(now => now.Snapshot.State?.Text == KnownResourceStates.FailedToStart))
            throw new DistributedApplicationException($"'{failed.ResourceId}' did not start. {failed.Property("resource.failure")}\n{_logs.Tail(failed.ResourceId, 20)}");
        return settled;
    }

    internal IReadOnlyList<ResourceEvent> Matching(string name)
    {
        lock (_lock)
            return _current.TryGetValue(name, out var exact) ? [exact] : [.. _current.Values.Where(now => now.Resource.Name == name)];
    }

    internal IReadOnlyList<ResourceEvent> All { get { lock (_lock) return [.. _current.Values]; } }

    internal Task Changed { get { lock (_lock) return _changed.Task; } }

    internal void Publish(IResource resource, string id, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        TaskCompletionSource waiters;
        lock (_lock)
        {
            var before = _current.TryGetValue(id, out var known) ? known.Snapshot : new() { ResourceType = resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal), Properties = [] };
            var after = change(before);
            if (after == before && known is not null) return;
            _current[id] = new(resource, id, after);
            (waiters, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        waiters.SetResult();
    }
}

internal static class ResourceEvents
{
    public static object? Property(this ResourceEvent now, string name) => now.Snapshot.Property(name);
    public static object? Property(this CustomResourceSnapshot snapshot, string name) => snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    public static CustomResourceSnapshot With(this CustomResourceSnapshot snapshot, string name, object? value)
        => snapshot with { Properties = [.. snapshot.Properties.Where(property => property.Name != name), new ResourcePropertySnapshot(name, value)] };
}
