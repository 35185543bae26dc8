using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>What <c>./run</c> does: start, say when it is ready and where, keep running, stop on a signal.</summary>
internal sealed class ConsoleRun(DistributedApplication application, Orchestrator system, RunSettings settings) : IDisposable
{
    private static readonly TimeSpan PatienceToStart = TimeSpan.FromSeconds(180);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, object?> _told = [];
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private long _askedAt;

    /// <summary>The exit code.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        var registrations = signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)).ToList();
        await using var outside = ct.Register(() => Ask());
        try
        {
            await application.StartAsync(Say, _stop.Token);
            if (await WaitUntilUpAsync() is { } failure)
            {
                Console.Error.WriteLine(failure);
                return 1;
            }
            if (_asked.Task.IsCompleted) return 0;
            Summarise(TimeProvider.System.GetElapsedTime(_began));
            await FollowAsync();
            return 0;
        }
        catch (DistributedApplicationException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (_asked.Task.IsCompleted)
        {
            return 0;
        }
        finally
        {
            Say("stopping");
            var stopping = TimeProvider.System.GetTimestamp();
            await application.DisposeAsync();
            Say(string.Create(CultureInfo.InvariantCulture, $"stopped in {TimeProvider.System.GetElapsedTime(stopping).TotalSeconds:0.0} s"));
            registrations.ForEach(registration => registration.Dispose());
        }
    }

    public void Dispose() => _stop.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Ask() || TimeProvider.System.GetElapsedTime(_askedAt) < TimeSpan.FromSeconds(1)) return;
        // Asked again by someone who does not want to wait: the kernel ends the children with us.
        Process.GetCurrentProcess().Kill();
    }

    private bool Ask()
    {
        lock (_stop)
        {
            if (_asked.Task.IsCompleted) return false;
            _askedAt = TimeProvider.System.GetTimestamp();
            _stop.Cancel();
            return _asked.TrySetResult();
        }
    }

    private async Task<string?> WaitUntilUpAsync()
    {
        while (!_asked.Task.IsCompleted)
        {
            var changed = system.Notifications.Changed;
            Tell();
            var all = system.Notifications.All;
            if (all.Where(HasFailed).OrderBy(now => now.Property("resource.failure") is string why && why.StartsWith("it waits", StringComparison.Ordinal)).FirstOrDefault() is { } failed)
                return Failure(failed);
            if (all.All(IsUp)) return null;
            var left = PatienceToStart - TimeProvider.System.GetElapsedTime(_began);
            if (left <= TimeSpan.Zero) return Failure(all.First(now => !IsUp(now)));
            await Task.WhenAny(changed, _asked.Task, Task.Delay(left));
        }
        return null;
    }

    private async Task FollowAsync()
    {
        while (!_asked.Task.IsCompleted)
        {
            var changed = system.Notifications.Changed;
            Tell();
            await Task.WhenAny(changed, _asked.Task);
        }
    }

    // One line when a resource gets healthy, falls ill or ends; nothing in between.
    private void Tell()
    {
        foreach (var now in system.Notifications.All.Where(now => now.Resource is not (ParameterResource or ConnectionStringResource or IResourceWithParent)))
        {
            var health = now.Snapshot.HealthStatus;
            var ended = now.Snapshot.ExitCode is not null && now.Snapshot.State?.Text == KnownResourceStates.Exited;
            object? state = ended ? ("ended", now.Property("resource.restarts")) : system.Completes(now.Resource) ? now.Snapshot.State?.Text == KnownResourceStates.Finished ? "finished" : null : health == HealthStatus.Healthy ? "healthy" : health == HealthStatus.Degraded ? "degraded"
                : health is not null && _told.GetValueOrDefault(now.ResourceId) is "healthy" or "degraded" ? "unhealthy" : null;
            if (state is null || Equals(_told.GetValueOrDefault(now.ResourceId), state)) continue;
            _told[now.ResourceId] = state;
            var causes = string.Join("; ", now.Snapshot.HealthReports.Where(report => report.Status != HealthStatus.Healthy).Select(report => $"{report.Name}: {report.Description}"));
            var again = now.Property("resource.restartAt") is not null ? $", restart {now.Property("resource.restarts")}" : "";
            var what = ended ? string.Create(CultureInfo.InvariantCulture, $"ended with {now.Snapshot.ExitCode}{again}") : $"{state}{(causes.Length > 0 && state is not "healthy" ? ": " + causes : "")}";
            Say(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(_began).TotalSeconds,6:0.0} s  {now.ResourceId} {what}"));
        }
    }

    private void Summarise(TimeSpan took)
    {
        var places = system.Notifications.All.SelectMany(now => now.Snapshot.Urls).Where(url => !url.IsInternal && url.DisplayProperties.DisplayName.Length > 0)
            .Select(url => $"{url.DisplayProperties.DisplayName} {url.Url}").ToList();
        if (application.OperationsPage is { } page) places.Insert(Math.Min(1, places.Count), $"运行 {page}");
        Say(string.Create(CultureInfo.InvariantCulture, $"ready in {took.TotalSeconds:0.0} s: {string.Join("  ", places)}"));
        foreach (var parameter in system.Model.OfType<ParameterResource>().Where(parameter => parameter.Description is not null))
            Say($"{parameter.Description}: {parameter.Value}");
        var memory = system.Instances.Where(instance => instance.Pid != 0).Select(instance => (instance.Id, Bytes: Processes.Memory(instance.Pid)))
            .Append((Id: "apphost", Bytes: Processes.Memory(Environment.ProcessId) - system.Instances.Where(instance => instance.Pid != 0).Sum(instance => Processes.Memory(instance.Pid)))).ToList();
        Say(string.Create(CultureInfo.InvariantCulture, $"memory {memory.Sum(one => one.Bytes) >> 20} MB: {string.Join(", ", memory.Select(one => $"{one.Id} {one.Bytes >> 20}"))}"));
        Say($"data in {settings.DataPath}; Ctrl-C stops");
    }

    private string Failure(ResourceEvent failed)
    {
        var why = failed.Property("resource.failure") as string
            ?? (failed.Snapshot.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"it ended with {code}")
                : string.Create(CultureInfo.InvariantCulture, $"it was not healthy after {PatienceToStart.TotalSeconds} s: ") + string.Join("; ", failed.Snapshot.HealthReports.Select(report => $"{report.Name} {report.Status}: {report.Description}")));
        return $"{failed.ResourceId} did not come up: {why}\nlast lines of {failed.ResourceId}:\n{system.Logs.Tail(failed.ResourceId, 20)}";
    }

    private bool HasFailed(ResourceEvent now) => now.Snapshot.State?.Text == KnownResourceStates.FailedToStart
        || now.Snapshot.State?.Text is { } state && KnownResourceStates.TerminalStates.Contains(state) && now.Snapshot.ExitCode is not (null or 0) && system.Completes(now.Resource);

    private static bool IsUp(ResourceEvent now) => now.Snapshot.HealthStatus is HealthStatus.Healthy or HealthStatus.Degraded || now.Snapshot.State?.Text == KnownResourceStates.Finished
        || now.Resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    private static void Say(string what) => Console.WriteLine(what);
}
