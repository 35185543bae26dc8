using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Page;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>
/// A system that runs on this machine without Aspire: servers and services as child processes, an operations page on loopback.
/// <see cref="Run"/> ends with exit code 1 if a resource does not come up, after writing its last log lines.
/// </summary>
public sealed class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Orchestrator _orchestrator;
    private readonly RunSettings _settings;
    private readonly EntryPoint? _entry;
    private OperationsPage? _page;
    private bool _disposed;

    internal DistributedApplication(ServiceProvider services, Orchestrator orchestrator, RunSettings settings, EntryPoint? entry)
    {
        (_services, _orchestrator, _settings, _entry) = (services, orchestrator, settings, entry);
        ResourceNotifications = services.GetRequiredService<ResourceNotificationService>();
        ResourceCommands = services.GetRequiredService<ResourceCommandService>();
    }

    public IServiceProvider Services => _services;
    public ResourceNotificationService ResourceNotifications { get; }
    public ResourceCommandService ResourceCommands { get; }
    internal Orchestrator Orchestrator => _orchestrator;
    internal Uri? OperationsPage => _page?.Address;

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(new DistributedApplicationOptions { Args = args });
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options)
    {
        try
        {
            return new DistributedApplicationBuilder(options);
        }
        catch (ArgumentException usage) when (EntryPoint.Current is null)
        {
            Console.Error.WriteLine(usage.Message);
            Environment.Exit(2);
            throw;
        }
    }

    public void Run() => RunAsync().GetAwaiter().GetResult();

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_entry is not null)
        {
            await _entry.Ended.WaitAsync(cancellationToken);
            return;
        }
        await using (this)
        {
            using var run = new ConsoleRun(this, _orchestrator, _settings);
            Environment.ExitCode = await run.RunAsync(cancellationToken);
        }
    }

    /// <summary>Starts everything; does not wait until it is healthy.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => StartAsync(_ => { }, cancellationToken);

    internal async Task StartAsync(Action<string> say, CancellationToken ct)
    {
        await _orchestrator.OpenDataAsync(say);
        if (_settings.PagePort is { } port) _page = await Page.OperationsPage.StartAsync(port, _orchestrator, ResourceCommands, ct);
        await _orchestrator.StartAsync(say, ct);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _orchestrator.StopAsync();

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (_page is not null) await _page.DisposeAsync();
        await _orchestrator.DisposeAsync();
        await _services.DisposeAsync();
        _entry?.End();
    }
}
