using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Xinfang.Testing;

namespace Xinfang.AppHost.Tests;

public class StartingTheSystem
{
    [Fact]
    public async Task Starts_servers_then_the_migration_then_the_service()
    {
        await using var application = await Given.ARunningSampleAsync("--servers=true");

        DateTime Started(string id) => application.ResourceNotifications.TryGetCurrentState(id, out var now) ? now.Snapshot.StartTimeStamp!.Value : throw new InvalidOperationException(id);
        Assert.True(application.ResourceNotifications.TryGetCurrentState("sample-migrations", out var migrations));
        Assert.Equal(KnownResourceStates.Finished, migrations.Snapshot.State?.Text);
        Assert.True(Started("postgres") < Started("sample-migrations"));
        Assert.True(migrations.Snapshot.StopTimeStamp <= Started("sample"));
        Assert.True(Started("messaging") < Started("sample"));

        var sample = application.CreateHttpClient("sample");
        Assert.Equal(await application.GetConnectionStringAsync("sampledb", TestContext.Current.CancellationToken), await sample.AskAsync("/environment/ConnectionStrings__sampledb"));
        Assert.Matches("^Host=localhost;Port=[0-9]+;Username=postgres;Password=[A-Za-z0-9]+;Database=sampledb$", await sample.AskAsync("/environment/ConnectionStrings__sampledb"));
        Assert.Matches("^amqp://guest:[A-Za-z0-9]+@localhost:[0-9]+$", await sample.AskAsync("/environment/ConnectionStrings__messaging"));
        Assert.Matches("^localhost:[0-9]+,password=[A-Za-z0-9]+$", await sample.AskAsync("/environment/ConnectionStrings__cache"));
    }

    [Fact]
    public async Task Services_find_every_replica_under_one_name()
    {
        await using var application = await Given.ARunningSampleAsync("--replicas=2", "--caller=true");
        await application.HealthyAsync("caller");

        var caller = application.CreateHttpClient("caller");
        var first = await caller.AskAsync("/environment/services__sample__http__0");
        var second = await caller.AskAsync("/environment/services__sample__http__1");
        Assert.NotEqual(first, second);
        using var http = new HttpClient();
        var pids = await Task.WhenAll(http.GetStringAsync(new Uri(first + "/pid"), TestContext.Current.CancellationToken), http.GetStringAsync(new Uri(second + "/pid"), TestContext.Current.CancellationToken));
        Assert.Equal([application.Pid("sample-0"), application.Pid("sample-1")], pids.Select(int.Parse));
        Assert.Equal(first, await caller.AskAsync("/environment/SAMPLE_HTTP"));
        Assert.Equal("caller", await caller.AskAsync("/environment/OTEL_SERVICE_NAME"));
        Assert.Equal("", await caller.AskAsync("/environment/OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    [Fact]
    public async Task A_service_killed_starts_again_and_the_restart_is_counted()
    {
        await using var application = await Given.ARunningSampleAsync();
        var before = application.Pid("sample");

        Given.Kill(before);

        await Given.SoonAsync(() => application.Pid("sample") is not 0 and var now && now != before);
        await application.HealthyAsync("sample");
        Assert.True(application.ResourceNotifications.TryGetCurrentState("sample", out var after));
        Assert.Equal(1, after.Snapshot.Properties.Single(property => property.Name == "resource.restarts").Value);
        Assert.Contains("ended with 137; restart 1 in 0.5 s", string.Join('\n', application.Orchestrator.Logs.Of("sample").After(0).Select(line => line.Content)));
    }

    [Fact]
    public async Task An_ill_service_is_shown_with_the_cause()
    {
        await using var application = await Given.ARunningSampleAsync();
        using var client = application.CreateHttpClient("sample");

        await client.PostAsync(new Uri("/sick?why=no+connection", UriKind.Relative), null, TestContext.Current.CancellationToken);

        var ill = await application.ResourceNotifications.WaitForResourceAsync("sample", now => now.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy, TestContext.Current.CancellationToken).WaitAsync(Given.Patience, TestContext.Current.CancellationToken);
        Assert.Contains(ill.Snapshot.HealthReports, report => report is { Name: "database", Description: "no connection" });
    }

    [Fact]
    public async Task A_service_stops_and_starts_on_command()
    {
        await using var application = await Given.ARunningSampleAsync();

        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("sample", KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken)).Success);
        Assert.Equal(0, application.Pid("sample"));
        var again = await application.ResourceCommands.ExecuteCommandAsync("sample", KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken);
        Assert.False(again.Success);

        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("sample", KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken)).Success);
        await application.HealthyAsync("sample");
        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("sample", "call", TestContext.Current.CancellationToken)).Success);
        await Given.SoonAsync(() => application.Orchestrator.Logs.Of("sample").After(0).Any(line => line.Content == "called"));
    }

    [Fact]
    public async Task The_broker_stops_and_starts_on_command_with_its_management_page()
    {
        await using var application = await Given.ARunningSampleAsync("--servers=true", "--XINFANG_MANAGEMENT=true");
        using var management = application.CreateHttpClient("messaging", "management");

        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("messaging", KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken)).Success);
        await Assert.ThrowsAsync<HttpRequestException>(() => management.AskAsync("/"));

        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("messaging", KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken)).Success);
        await application.HealthyAsync("messaging");
        await Given.SoonAsync(async () => (await management.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Who_waits_for_a_failed_run_fails_and_the_run_is_named_with_its_last_lines()
    {
        await using var application = await Given.ASampleAsync("--failing=true");
        await application.StartAsync(TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => application.HealthyAsync("sample"));
        Assert.Contains("it waits for 'failing', which failed", failure.Message);
    }

    [Fact]
    public async Task Temporary_data_is_gone_afterwards()
    {
        var application = await Given.ARunningSampleAsync();
        var folder = application.Orchestrator.Data.Path;
        var pid = application.Pid("sample");
        Assert.True(Directory.Exists(folder));

        await application.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public void A_container_that_has_no_local_counterpart_and_a_persistent_lifetime_are_refused()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var cache = builder.AddRedis("cache");
        Assert.Contains("Persistent", Assert.Throws<DistributedApplicationException>(() => cache.WithLifetime(ContainerLifetime.Persistent)).Message);
        Assert.Contains("Two resources", Assert.Throws<DistributedApplicationException>(() => builder.AddRedis("cache")).Message);
        Assert.Throws<ArgumentException>(() => builder.AddRedis("two words"));
    }
}
