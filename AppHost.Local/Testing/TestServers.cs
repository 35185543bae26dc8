using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Testing;

/// <summary>The three servers alone, with temporary data, for tests of single services.</summary>
public static class TestServers
{
    private static readonly string[] Names = ["postgres", "messaging", "cache"];

    /// <summary>Starts <c>postgres</c>, <c>messaging</c> and <c>cache</c> and waits until they are healthy. Dispose of the application to stop and remove them.</summary>
    public static async Task<DistributedApplication> StartAsync(CancellationToken cancellationToken)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("messaging");
        builder.AddPostgres("postgres");
        builder.AddRedis("cache");
        var application = await builder.BuildAsync(cancellationToken);
        try
        {
            await application.StartAsync(cancellationToken);
            await Task.WhenAll(Names.Select(name => application.ResourceNotifications.WaitForResourceHealthyAsync(name, cancellationToken)));
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary><c>servers COMMAND…</c>: runs a command with the servers' connection strings in its environment, stops them after it, returns its exit code.</summary>
    internal static async Task<int> Main(string[] args)
    {
        if (args is not ["servers", var command, .. var arguments])
        {
            await Console.Error.WriteLineAsync("servers COMMAND…   runs the command with XINFANG_TEST_POSTGRES, XINFANG_TEST_MESSAGING and XINFANG_TEST_CACHE set");
            return 2;
        }
        try
        {
            await using var application = await StartAsync(CancellationToken.None);
            // The terminal sends Ctrl-C to the command, too: it ends, and then the servers do.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
            var start = new ProcessStartInfo(command, arguments);
            foreach (var name in Names)
                start.Environment[$"XINFANG_TEST_{name.ToUpperInvariant()}"] = await application.GetConnectionStringAsync(name);
            using var process = Process.Start(start) ?? throw new DistributedApplicationException($"{command} did not start.");
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => { context.Cancel = true; process.Kill(); });
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (DistributedApplicationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
