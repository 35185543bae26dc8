using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>RabbitMQ.</summary>
public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name,
        IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
        => builder.AddResource(new RabbitMQServerResource(name, userName?.Resource, Passwords.For(builder, name, password)))
            .WithAnnotation(new EndpointAnnotation(RabbitMQServerResource.PrimaryEndpointName, "tcp", port));

    /// <summary>Starts the broker's management API and page, too, on an endpoint called <c>management</c>.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) => builder.WithManagementPlugin(null);

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder, int? port)
        => builder.WithAnnotation(new EndpointAnnotation(RabbitMQServerResource.ManagementEndpointName, "http", port));

    /// <summary>Nothing to do locally: the data folder outlives the run.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false)
        => Passwords.Writable(builder, isReadOnly);
}

/// <summary>Redis.</summary>
public static class RedisBuilderExtensions
{
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
        => builder.AddResource(new RedisResource(name, Passwords.For(builder, name, password))).WithAnnotation(new EndpointAnnotation(RedisResource.PrimaryEndpointName, "tcp", port));

    /// <summary>Nothing to do locally: the data folder outlives the run.</summary>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
        => Passwords.Writable(builder, isReadOnly);

    /// <summary>Nothing to do locally: every write goes to an append-only file.</summary>
    public static IResourceBuilder<RedisResource> WithPersistence(this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1) => builder;
}

/// <summary>PostgreSQL.</summary>
public static class PostgresBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name,
        IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
        => builder.AddResource(new PostgresServerResource(name, userName?.Resource, Passwords.For(builder, name, password)))
            .WithAnnotation(new EndpointAnnotation(PostgresServerResource.PrimaryEndpointName, "tcp", port));

    /// <summary>A database on this server; it is created if it is not there.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        if ((databaseName ?? name).Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_')))
            throw new ArgumentException("The name of a database is made of letters, digits, hyphens and underscores.", nameof(databaseName));
        builder.Resource.AddDatabase(name, databaseName ?? name);
        return builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));
    }

    /// <summary>Nothing to do locally: the data folder outlives the run.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false)
        => Passwords.Writable(builder, isReadOnly);
}

/// <summary>What containers have and local servers mostly need not.</summary>
public static class ContainerResourceBuilderExtensions
{
    /// <summary>Local servers always end with the AppHost; their data stays.</summary>
    public static IResourceBuilder<T> WithLifetime<T>(this IResourceBuilder<T> builder, ContainerLifetime lifetime) where T : ContainerResource
        => lifetime == ContainerLifetime.Session ? builder
            : throw new DistributedApplicationException($"'{builder.Resource.Name}': a local server never outlives the AppHost, so ContainerLifetime.Persistent is not supported. Its data is kept anyway.");
}

internal static class Passwords
{
    public static ParameterResource For(IDistributedApplicationBuilder builder, string server, IResourceBuilder<ParameterResource>? given)
        => given?.Resource ?? builder.AddParameter(server + "-password", new GenerateParameterDefault { Special = false }, secret: true, persist: true).Resource;

    public static IResourceBuilder<T> Writable<T>(IResourceBuilder<T> builder, bool isReadOnly) where T : IResource
        => isReadOnly ? throw new DistributedApplicationException($"'{builder.Resource.Name}': read-only data is not supported locally.") : builder;
}
