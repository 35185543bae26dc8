using System.Globalization;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Xinfang.ServiceDefaults.Messaging;
using Xunit;

namespace Xinfang.Testing;

/// <summary>A service as it runs, on its own database and a real broker. A request may say at which time it happens.</summary>
/// <param name="service">Prefix of its database: the connection string is called <c>{service}db</c>.</param>
public abstract class ServiceApp<TDb>(string service) : WebApplicationFactory<TDb>, IAsyncLifetime where TDb : MessagingDbContext
{
    private readonly Lock _clients = new();
    private Servers? _servers;

    /// <summary>Connection string of the tests' database.</summary>
    public string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _servers = await Servers.StartAsync();
        Database = await _servers.CreateDatabaseAsync(service);
        await Db(db => db.Database.MigrateAsync());
        await Eventually.Holds(async () => (await CreateClient().GetStringAsync(new Uri("/health", UriKind.Relative))).Contains("messaging", StringComparison.Ordinal));
    }

    /// <summary>Another process of the same service: same database, same queue.</summary>
    public WebApplicationFactory<TDb> Replica() => WithWebHostBuilder(_ => { });

    /// <summary>A client without an account.</summary>
    public HttpClient Public(DateTimeOffset? at = null) => At(NewClient(), at);

    /// <summary>A client signed in as a development account.</summary>
    public HttpClient As(string account, DateTimeOffset? at = null) => At(NewClient().As(account), at);

    // The factory keeps its clients in a plain list.
    private HttpClient NewClient()
    {
        lock (_clients) return CreateClient();
    }

    /// <summary>Uses the service's own context.</summary>
    public async Task<T> Db<T>(Func<TDb, Task<T>> use)
    {
        ArgumentNullException.ThrowIfNull(use);
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <inheritdoc cref="Db{T}"/>
    public Task Db(Func<TDb, Task> use) => Db<object?>(async db => { await use(db); return null; });

    /// <summary>One value by SQL, past the service.</summary>
    public async Task<T?> Sql<T>(string sql, params object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T?)await command.ExecuteScalarAsync();
    }

    /// <summary>Waits until something is true, or the test ends.</summary>
    public static Task Soon(Func<Task<bool>> condition) => Eventually.Holds(condition, ct: TestContext.Current.CancellationToken);

    /// <summary>Sends an event as another service's relay does.</summary>
    public Task Publish<T>(T message, Guid petition, Guid? messageId = null) where T : class =>
        Services.GetRequiredService<IBus>().Publish(message, context =>
        {
            context.MessageId = messageId ?? Guid.CreateVersion7();
            context.CorrelationId = petition;
        });

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Tokens.Accept(builder);
        builder
            .UseSetting($"ConnectionStrings:{service}db", Database.Length > 0 ? Database : "Host=127.0.0.1;Database=not-yet")
            .UseSetting("ConnectionStrings:messaging", _servers?.Messaging ?? "amqp://localhost")
            .ConfigureTestServices(services =>
            {
                services.AddHttpContextAccessor();
                services.Replace(ServiceDescriptor.Singleton<TimeProvider, RequestTime>());
            });
    }

    private static HttpClient At(HttpClient client, DateTimeOffset? at)
    {
        if (at is { } time) client.DefaultRequestHeaders.Add(RequestTime.Header, time.ToString("O", CultureInfo.InvariantCulture));
        return client;
    }
}

/// <summary>The time a request names, else the system's.</summary>
public sealed class RequestTime(IHttpContextAccessor http) : TimeProvider
{
    /// <summary>Round-trip format.</summary>
    public const string Header = "X-Test-Time";

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        http.HttpContext?.Request.Headers[Header].ToString() is { Length: > 0 } time
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUniversalTime()
            : base.GetUtcNow();
}
