using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Commands every process has.</summary>
public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";
    public static readonly string StopCommand = "stop";
    public static readonly string RestartCommand = "restart";
}

/// <summary>Whether a command may be given now.</summary>
public enum ResourceCommandState { Enabled, Disabled, Hidden }

/// <summary>In Aspire the icon's weight; not used here.</summary>
public enum IconVariant { Regular, Filled }

/// <summary>A command of a resource.</summary>
public sealed class ResourceCommandAnnotation(string name, string displayName, Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand, string? displayDescription, string? confirmationMessage, bool isHighlighted) : IResourceAnnotation
{
    public string Name { get; } = name;
    public string DisplayName { get; } = displayName;
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState;
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;
    public string? DisplayDescription { get; } = displayDescription;
    public string? ConfirmationMessage { get; } = confirmationMessage;
    public bool IsHighlighted { get; } = isHighlighted;
}

/// <summary>How a command is shown and when it may be given.</summary>
public class CommandOptions
{
    public string? Description { get; set; }
    public string? ConfirmationMessage { get; set; }
    public string? IconName { get; set; }
    public IconVariant? IconVariant { get; set; }
    public bool IsHighlighted { get; set; }
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}

/// <summary>The same for a command that is an HTTP request; POST unless <see cref="Method"/> says otherwise.</summary>
public class HttpCommandOptions : CommandOptions
{
    public Func<EndpointReference>? EndpointSelector { get; set; }
    public HttpMethod? Method { get; set; }
    public Func<HttpCommandRequestContext, Task>? PrepareRequest { get; set; }
    public Func<HttpCommandResultContext, Task<ExecuteCommandResult>>? GetCommandResult { get; set; }
}

/// <summary>The request of an HTTP command before it is sent.</summary>
public sealed class HttpCommandRequestContext
{
    public required IServiceProvider ServiceProvider { get; init; }
    public required string ResourceName { get; init; }
    public required EndpointReference Endpoint { get; init; }
    public required CancellationToken CancellationToken { get; init; }
    public required HttpClient HttpClient { get; init; }
    public required HttpRequestMessage Request { get; init; }
}

/// <summary>The answer to an HTTP command.</summary>
public sealed class HttpCommandResultContext
{
    public required IServiceProvider ServiceProvider { get; init; }
    public required string ResourceName { get; init; }
    public required EndpointReference Endpoint { get; init; }
    public required CancellationToken CancellationToken { get; init; }
    public required HttpClient HttpClient { get; init; }
    public required HttpResponseMessage Response { get; init; }
}

/// <summary>What a command may look at before it says whether it may be given.</summary>
public sealed class UpdateCommandStateContext
{
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }
    public required IServiceProvider ServiceProvider { get; init; }
}

/// <summary>What a command gets.</summary>
public sealed class ExecuteCommandContext
{
    public required IServiceProvider ServiceProvider { get; init; }
    public required string ResourceName { get; init; }
    public required CancellationToken CancellationToken { get; init; }
    public required ILogger Logger { get; init; }
}

/// <summary>Whether a command did what it should; if not, <see cref="Message"/> says why.</summary>
public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }
    public bool Canceled { get; init; }
    public string? Message { get; init; }
}

/// <summary>Makes results of commands.</summary>
public static class CommandResults
{
    public static ExecuteCommandResult Success() => new() { Success = true };
    public static ExecuteCommandResult Failure(string? errorMessage = null) => new() { Success = false, Message = errorMessage };
    public static ExecuteCommandResult Failure(Exception exception) => Failure(exception.Message);
    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}

/// <summary>Gives commands to resources.</summary>
public sealed class ResourceCommandService
{
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _logs;
    private readonly IServiceProvider _services;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService logs, IServiceProvider services)
        => (_notifications, _logs, _services) = (notifications, logs, services);

    /// <param name="resourceId">The name of a resource, or the id of one replica (<c>intake-1</c>).</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var instances = _notifications.Matching(resourceId);
        if (instances.Count == 0) return CommandResults.Failure($"Resource '{resourceId}' not found.");
        var results = await Task.WhenAll(instances.Select(instance => ExecuteAsync(instance, commandName, cancellationToken)));
        return results.FirstOrDefault(result => !result.Success) ?? results[0];
    }

    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
        => ExecuteCommandAsync(resource.Name, commandName, cancellationToken);

    private async Task<ExecuteCommandResult> ExecuteAsync(ResourceEvent instance, string name, CancellationToken ct)
    {
        if (instance.Resource.Annotations.OfType<ResourceCommandAnnotation>().SingleOrDefault(command => command.Name == name) is not { } command)
            return CommandResults.Failure($"Command '{name}' not available for resource '{instance.ResourceId}'.");
        if (command.UpdateState(new() { ResourceSnapshot = instance.Snapshot, ServiceProvider = _services }) != ResourceCommandState.Enabled)
            return CommandResults.Failure($"Command '{name}' is not possible now: '{instance.ResourceId}' is {instance.Snapshot.State?.Text}.");
        try
        {
            return await command.ExecuteCommand(new() { ServiceProvider = _services, ResourceName = instance.ResourceId, CancellationToken = ct, Logger = _logs.GetLogger(instance.ResourceId) });
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return CommandResults.Canceled();
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or IOException or DistributedApplicationException)
        {
            return CommandResults.Failure(e);
        }
    }
}
