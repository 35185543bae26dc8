using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>What can be said about resources of all kinds.</summary>
public static class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value) where T : IResourceWithEnvironment
        => builder.WithEnvironment(context => context.EnvironmentVariables[name] = value ?? "");

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value) where T : IResourceWithEnvironment
    {
        var expression = ReferenceExpression.Create(value);
        return builder.WithEnvironment(context => context.EnvironmentVariables[name] = expression);
    }

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value) where T : IResourceWithEnvironment
        => builder.WithEnvironment(context => context.EnvironmentVariables[name] = value);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, Func<string> callback) where T : IResourceWithEnvironment
        => builder.WithEnvironment(context => context.EnvironmentVariables[name] = callback());

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference) where T : IResourceWithEnvironment
        => builder.WithEnvironment(context => context.EnvironmentVariables[name] = endpointReference);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter) where T : IResourceWithEnvironment
    {
        if (parameter.Resource.Secret) builder.WithAnnotation(new SecretVariableAnnotation(name));
        return builder.WithEnvironment(context => context.EnvironmentVariables[name] = parameter.Resource);
    }

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback) where T : IResourceWithEnvironment
        => builder.WithAnnotation(new EnvironmentCallbackAnnotation(context => { callback(context); return Task.CompletedTask; }));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Func<EnvironmentCallbackContext, Task> callback) where T : IResourceWithEnvironment
        => builder.WithAnnotation(new EnvironmentCallbackAnnotation(callback));

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
        => builder.WithAnnotation(new CommandLineArgsCallbackAnnotation(given => { foreach (var argument in args) given.Add(argument); }));

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params object[] args) where T : IResourceWithArgs
        => builder.WithAnnotation(new CommandLineArgsCallbackAnnotation(given => { foreach (var argument in args) given.Add(argument); }));

    /// <summary>Gives <c>ConnectionStrings__name</c>.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where T : IResourceWithEnvironment
    {
        var variable = source.Resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName ?? source.Resource.Name}";
        return builder.WithAnnotation(new ResourceRelationshipAnnotation(source.Resource, "Reference")).WithAnnotation(new SecretVariableAnnotation(variable))
            .WithEnvironment(async context =>
            {
                if (await source.Resource.GetConnectionStringAsync(context.CancellationToken) is { Length: > 0 } value) context.EnvironmentVariables[variable] = value;
                else if (!optional) throw new DistributedApplicationException($"The connection string of '{source.Resource.Name}', which '{builder.Resource.Name}' needs, is empty.");
            });
    }

    /// <summary>Gives <c>services__name__http__0</c> … and <c>NAME_HTTP</c>.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) where T : IResourceWithEnvironment
        => builder.WithAnnotation(new ResourceRelationshipAnnotation(source.Resource, "Reference"))
            .WithEnvironment(context =>
            {
                foreach (var endpoint in source.Resource.Annotations.OfType<EndpointAnnotation>())
                {
                    for (var i = 0; i < endpoint.Allocated.Count; i++)
                        context.EnvironmentVariables[string.Create(CultureInfo.InvariantCulture, $"services__{source.Resource.Name}__{endpoint.Name}__{i}")] = string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{endpoint.Allocated[i]}");
                    context.EnvironmentVariables[$"{source.Resource.Name.Replace('-', '_').ToUpperInvariant()}_{endpoint.Name.ToUpperInvariant()}"] = new EndpointReference(source.Resource, endpoint.Name);
                }
            });

    /// <summary>Starts when the other is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport
        => builder.Wait(dependency, WaitType.WaitUntilHealthy, 0);

    /// <summary>Starts when the other runs, healthy or not.</summary>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport
        => builder.Wait(dependency, WaitType.WaitUntilStarted, 0);

    /// <summary>Starts when the other has ended with this exit code.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0) where T : IResourceWithWaitSupport
        => builder.Wait(dependency, WaitType.WaitForCompletion, exitCode);

    /// <summary>An HTTP endpoint. Locally nothing stands before the process, so <paramref name="targetPort"/> must equal <paramref name="port"/> if both are given.</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints
    {
        if (builder.Resource.Annotations.OfType<EndpointAnnotation>().Any(known => known.Name == (name ?? "http")))
            throw new DistributedApplicationException($"'{builder.Resource.Name}' already has an endpoint '{name ?? "http"}'.");
        if (port is not null && targetPort is not null && port != targetPort)
            throw new DistributedApplicationException($"'{builder.Resource.Name}': nothing forwards port {port} to {targetPort} locally. Give one of them.");
        return builder.WithAnnotation(new EndpointAnnotation(name ?? "http", "http", port ?? targetPort) { EnvironmentVariable = env });
    }

    /// <summary>Marks the HTTP endpoints as those people use. They stay on loopback; a proxy of the office publishes them.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>()) endpoint.IsExternal = true;
        return builder;
    }

    /// <summary>Healthy means that this path answers with this status code (200).</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null) where T : IResourceWithEndpoints
        => builder.WithAnnotation(new HttpHealthCheckAnnotation(path ?? "/", statusCode ?? 200, endpointName));

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints => new(builder.Resource, name);

    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback) where T : IResource
        => builder.WithAnnotation(new UrlForEndpointAnnotation(endpointName, callback));

    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, string endpointName, Func<EndpointReference, ResourceUrlAnnotation> callback) where T : IResourceWithEndpoints
        => builder.WithAnnotation(new AddedUrlAnnotation(endpointName, callback));

    public static IResourceBuilder<T> WithParentRelationship<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> parent) where T : IResource
        => builder.WithAnnotation(new ResourceRelationshipAnnotation(parent.Resource, "Parent"));

    public static IResourceBuilder<T> WithRelationship<T>(this IResourceBuilder<T> builder, IResource resource, string type) where T : IResource
        => builder.WithAnnotation(new ResourceRelationshipAnnotation(resource, type));

    /// <summary>Starts only on command.</summary>
    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder) where T : IResource => builder.WithAnnotation(new ExplicitStartupAnnotation());

    public static IResourceBuilder<T> WithCommand<T>(this IResourceBuilder<T> builder, string name, string displayName, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand, CommandOptions? commandOptions = null)
        where T : IResource
    {
        if (builder.Resource.Annotations.OfType<ResourceCommandAnnotation>().SingleOrDefault(known => known.Name == name) is { } before) builder.Resource.Annotations.Remove(before);
        return builder.WithAnnotation(new ResourceCommandAnnotation(name, displayName, commandOptions?.UpdateState ?? (_ => ResourceCommandState.Enabled), executeCommand,
            commandOptions?.Description, commandOptions?.ConfirmationMessage, commandOptions?.IsHighlighted ?? false));
    }

    /// <summary>A command that is a request to the resource itself; enabled while it is healthy.</summary>
    public static IResourceBuilder<T> WithHttpCommand<T>(this IResourceBuilder<T> builder, string path, string displayName, string? endpointName = null, string? commandName = null, HttpCommandOptions? commandOptions = null)
        where T : IResourceWithEndpoints
    {
        var options = commandOptions ?? new();
        options.UpdateState ??= context => context.ResourceSnapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;
        var method = options.Method ?? HttpMethod.Post;
        return builder.WithCommand(commandName ?? $"{builder.Resource.Name}-{endpointName ?? "http"}-{method.Method.ToLowerInvariant()}-{path}", displayName, async context =>
        {
            var endpoint = options.EndpointSelector?.Invoke() ?? builder.GetEndpoint(endpointName ?? builder.Resource.Annotations.OfType<EndpointAnnotation>().First().Name);
            var http = context.ServiceProvider.GetRequiredService<IHttpClientFactory>().CreateClient();
            using var request = new HttpRequestMessage(method, new Uri(new Uri(endpoint.Url), path));
            if (options.PrepareRequest is { } prepare)
                await prepare(new() { ServiceProvider = context.ServiceProvider, ResourceName = context.ResourceName, Endpoint = endpoint, CancellationToken = context.CancellationToken, HttpClient = http, Request = request });
            using var response = await http.SendAsync(request, context.CancellationToken);
            if (options.GetCommandResult is { } judge)
                return await judge(new() { ServiceProvider = context.ServiceProvider, ResourceName = context.ResourceName, Endpoint = endpoint, CancellationToken = context.CancellationToken, HttpClient = http, Response = response });
            return response.IsSuccessStatusCode ? CommandResults.Success() : CommandResults.Failure(string.Create(CultureInfo.InvariantCulture, $"{method} {path} → {(int)response.StatusCode}"));
        }, options);
    }

    private static IResourceBuilder<T> Wait<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitType type, int exitCode) where T : IResourceWithWaitSupport
    {
        if (ReferenceEquals(builder.Resource, dependency.Resource)) throw new DistributedApplicationException($"'{builder.Resource.Name}' cannot wait for itself.");
        return builder.WithAnnotation(new WaitAnnotation(dependency.Resource, type, exitCode)).WithAnnotation(new ResourceRelationshipAnnotation(dependency.Resource, "WaitFor"));
    }
}

internal sealed record SecretVariableAnnotation(string Variable) : IResourceAnnotation;
