using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>.NET projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project, started from its built assembly. Launch profiles are not read: declare endpoints in the model.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name) where TProject : IProjectMetadata, new()
        => builder.AddResource(new ProjectResource(name)).WithAnnotation(new ProjectMetadataAnnotation(new TProject()));

    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name, string? launchProfileName) where TProject : IProjectMetadata, new()
        => launchProfileName is null ? builder.AddProject<TProject>(name) : throw new DistributedApplicationException($"'{name}': launch profiles are not supported locally.");

    /// <summary>Several processes behind one name: <c>services__name__http__0</c>, <c>__1</c>, …</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas));
    }
}

/// <summary>Programs of the machine.</summary>
public static class ExecutableResourceBuilderExtensions
{
    /// <param name="workingDirectory">Relative to the AppHost's project.</param>
    public static IResourceBuilder<ExecutableResource> AddExecutable(this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args)
        => builder.AddResource(new ExecutableResource(name, command, Path.GetFullPath(Path.Combine(builder.AppHostDirectory, workingDirectory)))).WithArgs(args ?? []);
}

/// <summary>Parameters and connection strings from outside.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>A value from configuration <c>Parameters:name</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
        => builder.AddResource(new ParameterResource(name, _ => Configured(builder, name)
            ?? throw new DistributedApplicationException($"The parameter '{name}' has no value. Give one with --Parameters:{name}=…"), secret));

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
        => builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false)
        => publishValueAsDefault && secret ? throw new ArgumentException("A secret is not published.", nameof(secret))
            : builder.AddResource(new ParameterResource(name, _ => valueGetter(), secret));

    /// <summary>A value from configuration, otherwise from <paramref name="value"/>; with <paramref name="persist"/> the same in every run with the same data folder.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        if (persist) value = new KeptParameterDefault(name, value, () => ((IKeepsData)builder).Data);
        return builder.AddResource(new ParameterResource(name, _ => Configured(builder, name) ?? value.GetDefaultValue(), secret) { Default = value });
    }

    public static IResourceBuilder<ParameterResource> WithDescription(this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        builder.Resource.Description = description;
        return builder;
    }

    /// <summary>A connection string from configuration <c>ConnectionStrings:name</c>.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
        => builder.AddResource(new ConnectionStringResource(name, () => builder.Configuration.GetConnectionString(name)
            ?? throw new DistributedApplicationException($"The connection string '{name}' has no value. Give one with --ConnectionStrings:{name}=…"), environmentVariableName));

    private static string? Configured(IDistributedApplicationBuilder builder, string name)
        => builder.Configuration[$"Parameters:{name}"] ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"];
}
