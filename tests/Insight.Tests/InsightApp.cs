using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xinfang.Insight.Api;
using Xinfang.Insight.Api.Alarms;
using Xinfang.Insight.Api.Measures;
using Xinfang.Testing;

[assembly: AssemblyFixture(typeof(Xinfang.Insight.Tests.InsightApp))]

namespace Xinfang.Insight.Tests;

/// <summary>The service as it runs.</summary>
public sealed class InsightApp() : ServiceApp<InsightDb>("insight"), IAsyncLifetime
{
    private const string Queue = "insight";

    /// <summary>The broker may be that of other services' tests, whose events lie in this service's queue: here they would be counted.</summary>
    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        var servers = await Servers.StartAsync();
        await using (var connection = await new ConnectionFactory { Uri = new Uri(servers.Messaging) }.CreateConnectionAsync())
        await using (var channel = await connection.CreateChannelAsync())
            try
            {
                await channel.QueuePurgeAsync(Queue);
            }
            catch (OperationInterruptedException)
            {
                // Nobody has declared it yet.
            }
        await InitializeAsync();
        await Services.GetRequiredService<Counting>().CountAsync(new DateOnly(2026, 1, 1), TestContext.Current.CancellationToken); // No figure is shown or frozen before.
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // The months are counted, and the system is watched, when a test asks for it, as of its own day. By itself the service does so as of today, between a test's counting and its reading.
        builder.ConfigureTestServices(services =>
        {
            foreach (var counts in services.Where(each => each.ServiceType == typeof(IHostedService) && (each.ImplementationFactory?.Method.ReturnType == typeof(Counting) || each.ImplementationFactory?.Method.ReturnType == typeof(AlarmWatch))).ToList()) services.Remove(counts);
        });
    }

    /// <summary>Sends an event of any contract as another service's relay does.</summary>
    public async Task PublishAsync(object told, Guid petition, Guid? messageId = null) =>
        await Services.GetRequiredService<IBus>().Publish(told, told.GetType(), context => (context.MessageId, context.CorrelationId) = (messageId ?? Guid.CreateVersion7(), petition), TestContext.Current.CancellationToken);

    /// <summary>Waits until so many events of petitions are kept, then counts for a day.</summary>
    internal async Task CountedAsync(IReadOnlyCollection<Told> told, DateOnly today)
    {
        var (petitions, events) = (told.Select(each => each.Petition).ToArray(), told.Sum(each => (long)each.Events.Count));
        await Soon(async () => await Sql<long>("select count(*) from told where petition_id = any($1)", petitions) == events);
        await Services.GetRequiredService<Counting>().CountAsync(today, TestContext.Current.CancellationToken);
    }

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();
}

internal static class Wire
{
    public static DateTimeOffset On(int year, int month, int day, int hour = 10, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
