using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xinfang.DepartmentFeed.Api;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Wire;

/// <summary>The tests that share the servers, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnTheWire : ICollectionFixture<FeedSystem>
{
    public const string Name = "feed on the wire";
}

/// <summary>
/// DepartmentFeed on a real database and a broker of its own, which a test may stop and start; the broker's management interface is on,
/// so that departments' accounts are the real ones. Tests use organs of their own, and so do not see each other's events.
/// </summary>
public sealed class FeedSystem : IAsyncLifetime
{
    /// <summary>Password of the departments' accounts in these tests.</summary>
    public const string Password = "only-for-tests";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private DistributedApplication _servers = null!;
    private WebApplicationFactory<Program> _app = null!;
    private FakeGateway _gateway = null!;

    /// <summary>The broker, as its administrator.</summary>
    public Uri Broker { get; private set; } = null!;

    /// <summary>Where a department signs in and acknowledges.</summary>
    internal FakeGateway Gateway => _gateway;

    public async ValueTask InitializeAsync()
    {
        var model = DistributedApplicationTestingBuilder.Create("--XINFANG_MANAGEMENT=true");
        model.AddRabbitMQ("messaging").WithManagementPlugin();
        model.AddPostgres("postgres").AddDatabase("departmentfeeddb");
        _servers = await model.BuildAsync();
        await _servers.StartAsync();
        foreach (var server in (string[])["postgres", "messaging"]) await _servers.ResourceNotifications.WaitForResourceHealthyAsync(server);

        Broker = new Uri((await _servers.GetConnectionStringAsync("messaging"))!);
        var management = new UriBuilder(_servers.GetEndpoint("messaging", "management"))
        {
            UserName = Broker.UserInfo.Split(':')[0],
            Password = Broker.UserInfo.Split(':')[1],
        };
        var database = (await _servers.GetConnectionStringAsync("departmentfeeddb"))!;
        _app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.ConfigureLogging(logging => logging.ClearProviders().AddFilter(level => level >= LogLevel.Error).AddConsole());
            host.UseSetting("ConnectionStrings:departmentfeeddb", database)
                .UseSetting("ConnectionStrings:messaging", Broker.OriginalString)
                .UseSetting("Identity:Issuer", Tokens.Issuer)
                .UseSetting("Identity:DemoPassword", Password)
                .UseSetting("Feed:ManagementUrl", management.Uri.ToString());
            Tokens.Accept(host);
        });

        // As the verb migrate does, before anything serves.
        await using (var migrating = new DepartmentFeedDb(new DbContextOptionsBuilder<DepartmentFeedDb>()
            .UseNpgsql(database).UseSnakeCaseNamingConvention().Options, null!, null!))
        {
            await migrating.Database.MigrateAsync();
        }
        _app.CreateClient().Dispose(); // starts it
        _gateway = await FakeGateway.StartAsync(_app);
        await (await AccountAsync(Organs.OfDistrict[^1].Code)).DisposeAsync(); // queues are declared before the accounts, in the order of the table
    }

    /// <summary>A connection with the organ's own account, as soon as it has been provided.</summary>
    public Task<IConnection> AccountAsync(string organ) => Eventually.Get(async () =>
    {
        try
        {
            return await ConnectAsync($"feed-{organ}");
        }
        catch (BrokerUnreachableException)
        {
            return null;
        }
    }, Minute);

    public HttpClient Client(string account) => _app.CreateClient().As(account);

    public HttpClient Anonymous() => _app.CreateClient();

    /// <summary>Publishes an event as a service does.</summary>
    public async Task<Guid> PublishAsync(object contract, Guid? messageId = null)
    {
        var id = messageId ?? Guid.CreateVersion7();
        var petition = (Guid)contract.GetType().GetProperty("PetitionId")!.GetValue(contract)!;
        await _app.Services.GetRequiredService<IBus>().Publish(contract, contract.GetType(), Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = id;
            context.CorrelationId = petition;
        }));
        return id;
    }

    /// <summary>All events of an organ over HTTP, page by page.</summary>
    public async Task<List<JsonObject>> ReplayAsync(string organ, string? after = null)
    {
        using var client = Client($"feed-{organ}");
        var events = new List<JsonObject>();
        do
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/events?after={after}&limit=100"))!;
            events.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            after = (string?)page["next"];
        }
        while (after is not null);
        return events;
    }

    /// <summary>Waits until the organ's feed has so many events and gives them all.</summary>
    public Task<List<JsonObject>> ReplayAsync(string organ, int count) => Eventually.Get(async () =>
    {
        var events = await ReplayAsync(organ);
        return events.Count >= count ? events : null;
    });

    /// <summary>Takes so many messages out of the organ's queue, in their order.</summary>
    public async Task<List<JsonObject>> TakeAsync(string organ, int count)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var taken = new List<JsonObject>();
        await Eventually.Holds(async () =>
        {
            while (taken.Count < count && await channel.BasicGetAsync($"feed.{organ}", autoAck: true) is { } message)
                taken.Add(JsonNode.Parse(message.Body.Span)!.AsObject());
            return taken.Count >= count;
        }, TimeSpan.FromSeconds(60));
        return taken;
    }

    /// <summary>How many messages are in a queue.</summary>
    public async Task<uint> CountAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    public Task<IConnection> ConnectAsync(string? user = null) => new ConnectionFactory
    {
        Uri = user is null ? Broker : new UriBuilder(Broker) { UserName = user, Password = Password }.Uri,
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync();

    public async Task StopBrokerAsync()
    {
        using var patience = new CancellationTokenSource(Minute);
        await _servers.ResourceCommands.ExecuteCommandAsync("messaging", KnownResourceCommands.StopCommand);
        await _servers.ResourceNotifications.WaitForResourceAsync("messaging",
            now => KnownResourceStates.TerminalStates.Contains(now.Snapshot.State?.Text), patience.Token);
    }

    public async Task StartBrokerAsync()
    {
        using var patience = new CancellationTokenSource(Minute);
        await _servers.ResourceCommands.ExecuteCommandAsync("messaging", KnownResourceCommands.StartCommand);
        await _servers.ResourceNotifications.WaitForResourceHealthyAsync("messaging", patience.Token);
    }

    /// <summary>Works on the service's own database.</summary>
    internal async Task<T> DbAsync<T>(Func<DepartmentFeedDb, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DepartmentFeedDb>());
    }

    internal NpgsqlDataSource Database => _app.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _app.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
