namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint: a name, a scheme, the port asked for and the ports given, one per replica.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme, int? port) : IResourceAnnotation
{
    public string Name { get; } = name;
    public string UriScheme { get; set; } = uriScheme;
    public int? Port { get; set; } = port;
    public bool IsExternal { get; set; }
    internal string? EnvironmentVariable { get; init; }
    internal IReadOnlyList<int> Allocated { get; set; } = [];
}

/// <summary>What <see cref="WaitAnnotation"/> waits for.</summary>
public enum WaitType { WaitUntilHealthy, WaitForCompletion, WaitUntilStarted }

/// <summary>Start after another resource.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;
    public WaitType WaitType { get; } = waitType;
    public int ExitCode { get; } = exitCode;
}

/// <summary>How many processes share one name.</summary>
public sealed class ReplicaAnnotation(int replicas) : IResourceAnnotation
{
    public int Replicas { get; } = replicas;
}

/// <summary>Start only on command.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;

/// <summary>A relation to another resource, shown on the operations page.</summary>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    public IResource Resource { get; } = resource;
    public string Type { get; } = type;
}

/// <summary>A link of a resource. <see cref="DisplayText"/> names it.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    public required string Url { get; set; }
    public string? DisplayText { get; set; }
    public int? DisplayOrder { get; set; }
    public EndpointReference? Endpoint { get; init; }
}

/// <summary>Lets the model add to the environment when a process starts.</summary>
public sealed class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}

/// <summary>What an environment callback may read and write. A value is a string or an <see cref="IValueProvider"/>.</summary>
public sealed class EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, IResource resource, CancellationToken cancellationToken)
{
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;
    public IResource Resource { get; } = resource;
    public Dictionary<string, object> EnvironmentVariables { get; } = [];
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>Lets the model add arguments when a process starts.</summary>
public sealed class CommandLineArgsCallbackAnnotation(Action<IList<object>> callback) : IResourceAnnotation
{
    public Action<IList<object>> Callback { get; } = callback;
}

/// <summary>In Aspire: whether a container outlives its AppHost. Here every server ends with the AppHost.</summary>
public enum ContainerLifetime { Session, Persistent }

internal sealed record HttpHealthCheckAnnotation(string Path, int StatusCode, string? EndpointName) : IResourceAnnotation;

internal sealed record UrlForEndpointAnnotation(string EndpointName, Action<ResourceUrlAnnotation> Change) : IResourceAnnotation;

internal sealed record ProjectMetadataAnnotation(IProjectMetadata Metadata) : IResourceAnnotation;


internal sealed record AddedUrlAnnotation(string EndpointName, Func<EndpointReference, ResourceUrlAnnotation> Make) : IResourceAnnotation;
