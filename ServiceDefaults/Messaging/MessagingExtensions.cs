using MassTransit;
using MassTransit.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.ServiceDefaults.Messaging;

public static class MessagingExtensions
{
    /// <summary>
    /// Adds the service's database (with outbox, inbox and record) and its consumers on one quorum queue named after the service.
    /// At most one consumer per event and service: the inbox counts an event as handled once per queue.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">Name of the service and of its queue, e.g. "case-handling".</param>
    /// <param name="connection">Name of the connection string, e.g. "casehandlingdb".</param>
    /// <param name="subscriptions">Contracts.Subscriptions.ByQueue: the topology that publishers declare.</param>
    /// <param name="gathers">The consumers gather messages into transactions of their own, inbox rows included; more messages are then in hand at once.</param>
    public static void AddMessaging<TDb>(this IHostApplicationBuilder builder, string service, string connection,
        IReadOnlyDictionary<string, IReadOnlyList<Type>> subscriptions, bool gathers = false)
        where TDb : MessagingDbContext
    {
        builder.AddDatabase<TDb>(connection);
        var broker = new Uri(builder.Configuration.GetConnectionString("messaging")
            ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing."));

        builder.Services.AddSingleton(new MessageTypes(subscriptions.Values.First(types => types.Count > 0)[0].Assembly));
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<MessagingServices>();
        builder.Services.AddSingleton(new Topology(broker, subscriptions));
        builder.Services.AddScoped<MessagingDbContext>(sp => sp.GetRequiredService<TDb>());
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.AddHostedService<Housekeeping>();
        builder.Services.AddSingleton(_ => new ErrorQueueHealth(broker, $"{service}_error")); // one: each keeps a connection
        builder.Services.AddHealthChecks()
            .AddCheck<OutboxHealth>("outbox")
            .AddCheck<ErrorQueueHealth>("error-queue");

        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            Type[] consumers = [.. typeof(TDb).Assembly.GetTypes() // the Assembly overload sees public types only
                .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IConsumer)))];
            bus.AddConsumers(consumers);
            bus.ConfigureHealthCheckOptions(options => options.Name = "messaging");
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                rabbit.ConfigureJsonSerializerOptions(options =>
                {
                    options.Encoder = MessageTypes.Json.Encoder;
                    options.WriteIndented = false;
                    return options;
                });
                if (consumers.Length == 0) return;
                rabbit.ReceiveEndpoint(service, endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.SingleActiveConsumer = true;
                    endpoint.PrefetchCount = gathers ? 256 : 64;
                    endpoint.ConcurrentMessageLimit = endpoint.PrefetchCount; // the lanes limit what is handled at once
                    endpoint.ConfigureReceive(receive => receive.UseFilter(new PetitionOrder(gathers ? 128 : 32)));
                    endpoint.UseMessageRetry(retry => retry.Intervals(100, 1_000, 5_000));
                    if (!gathers) endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                    endpoint.ConfigureConsumers(context);
                });
            });
        });
    }

    /// <summary>Adds the service's database alone: a pooled data source (PostgreSQL, snake_case) and the context on it.</summary>
    public static void AddDatabase<TDb>(this IHostApplicationBuilder builder, string connection) where TDb : DbContext
    {
        var text = builder.Configuration.GetConnectionString(connection)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connection} is missing.");
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(text)
        {
            // Compiling a statement that counts many conditions took five times as long as running it.
            ConnectionStringBuilder = { Options = "-c jit=off", MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, MaxPoolSize = 40, ApplicationName = connection },
        }.Build());
        builder.Services.AddDbContext<TDb>((sp, options) => options
            .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
