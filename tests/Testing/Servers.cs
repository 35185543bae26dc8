using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Xinfang.Testing;

/// <summary>
/// Real PostgreSQL, RabbitMQ and Redis for tests: one set per test process, stopped and removed at its end.
/// <c>XINFANG_TEST_POSTGRES</c>, <c>XINFANG_TEST_MESSAGING</c> and <c>XINFANG_TEST_CACHE</c> (connection strings) name servers that run already,
/// which saves each test project the start; <c>./test</c> sets them.
/// </summary>
public sealed class Servers
{
    private static readonly Lazy<Task<Servers>> Shared = new(BeginAsync);
    private readonly string _postgres;

    private Servers(string postgres, string messaging, string cache) => (_postgres, Messaging, Cache) = (postgres, messaging, cache);

    /// <summary>Connection string of RabbitMQ: <c>amqp://user:password@localhost:port</c>. Queues are shared by the tests of a process: name them uniquely or use a virtual host.</summary>
    public string Messaging { get; }

    /// <summary>Connection string of Redis: <c>localhost:port,password=…</c>.</summary>
    public string Cache { get; }

    /// <summary>Starts the servers, or returns those that run. Throws <see cref="DistributedApplicationException"/> with the last log lines if one does not start.</summary>
    public static Task<Servers> StartAsync() => Shared.Value;

    /// <summary>A new empty database. Its name begins with <paramref name="prefix"/> (lower-case letters) and is unique.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string prefix)
    {
        var name = prefix + "_" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)[^12..];
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_postgres) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_postgres) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task<Servers> BeginAsync()
    {
        if (Environment.GetEnvironmentVariable("XINFANG_TEST_POSTGRES") is { Length: > 0 } postgres
            && Environment.GetEnvironmentVariable("XINFANG_TEST_MESSAGING") is { Length: > 0 } messaging
            && Environment.GetEnvironmentVariable("XINFANG_TEST_CACHE") is { Length: > 0 } cache)
            return new(postgres, messaging, cache);

        var application = await TestServers.StartAsync(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => application.Dispose();
        return new(await ConnectionAsync(application, "postgres"), await ConnectionAsync(application, "messaging"), await ConnectionAsync(application, "cache"));
    }

    private static async Task<string> ConnectionAsync(DistributedApplication application, string name)
        => await application.GetConnectionStringAsync(name) ?? throw new InvalidOperationException($"'{name}' has no connection string.");
}
