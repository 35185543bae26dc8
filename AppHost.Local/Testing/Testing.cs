using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Aspire.Hosting.Testing;

/// <summary>A model under test: what the AppHost declared, and what the test adds before it is built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// Runs an AppHost's entry point up to <c>Build()</c>. Ports are random, data is temporary and removed with the application,
/// the operations page and the broker's management plugin are off; <c>--XINFANG_OPERATIONS=true</c>, <c>--XINFANG_MANAGEMENT=true</c> and <c>--data DIR</c> change that.
/// </summary>
public static class DistributedApplicationTestingBuilder
{
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default) where TEntryPoint : class
        => CreateAsync<TEntryPoint>([], cancellationToken);

    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default) where TEntryPoint : class
        => await EntryPoint.RunAsync(typeof(TEntryPoint).Assembly, args, cancellationToken);

    /// <summary>An empty model, for tests that declare all of it.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => EntryPoint.Empty(args);
}

/// <summary>How tests reach the resources of a running application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = app.GetEndpoint(resourceName, endpointName);
        return client;
    }

    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
        => app.Resource(resourceName) is IResourceWithEndpoints owner
            ? new(new EndpointReference(owner, endpointName ?? owner.Annotations.OfType<EndpointAnnotation>().FirstOrDefault()?.Name ?? "http").Url)
            : throw new ArgumentException($"'{resourceName}' has no endpoints.", nameof(resourceName));

    public static ValueTask<string?> GetConnectionStringAsync(this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default)
        => app.Resource(resourceName) is IResourceWithConnectionString owner ? owner.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"'{resourceName}' has no connection string.", nameof(resourceName));

    private static IResource Resource(this DistributedApplication app, string name) => app.Orchestrator.Model.FirstOrDefault(resource => resource.Name == name)
        ?? throw new ArgumentException($"There is no resource '{name}'.", nameof(name));
}

/// <summary>The AppHost's Main, run on a thread of its own and held at <c>Build()</c> until the test goes on.</summary>
internal sealed class EntryPoint(Assembly? assembly) : IDisposable
{
    private static readonly AsyncLocal<EntryPoint?> Running = new();
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _declared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _goOn = new(0);

    public static EntryPoint? Current => Running.Value;
    public Assembly? Assembly => assembly;
    public Task Ended => _ended.Task;

    public static async Task<TestingBuilder> RunAsync(Assembly assembly, string[] args, CancellationToken ct)
    {
        var main = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no entry point.");
        var entry = new EntryPoint(assembly);
        new Thread(() => entry.Enter(main, args)) { IsBackground = true, Name = assembly.GetName().Name }.Start();
        return new(entry, await entry._declared.Task.WaitAsync(ct));
    }

    public static TestingBuilder Empty(string[] args)
    {
        var entry = new EntryPoint(null);
        Running.Value = entry;
        try
        {
            return new(entry, new DistributedApplicationBuilder(new() { Args = args }));
        }
        finally
        {
            Running.Value = null;
        }
    }

    /// <summary>Called by the entry point's <c>Build()</c>.</summary>
    public DistributedApplication Build(DistributedApplicationBuilder builder, Func<DistributedApplication> make)
    {
        if (assembly is null) return make();
        _declared.TrySetResult(builder);
        _goOn.Wait();
        if (_ended.Task.IsCompleted) throw new OperationCanceledException("The test gave the builder up.");
        var application = make();
        _built.TrySetResult(application);
        return application;
    }

    /// <summary>Called by the test.</summary>
    public async Task<DistributedApplication> GoOnAsync(DistributedApplicationBuilder builder, CancellationToken ct)
    {
        if (assembly is null) return builder.Build();
        _goOn.Release();
        return await _built.Task.WaitAsync(ct);
    }

    public void End()
    {
        _ended.TrySetResult();
        _goOn.Release();
    }

    public void Dispose() => _goOn.Dispose();

    private void Enter(MethodInfo main, string[] args)
    {
        Running.Value = this;
        try
        {
            if (main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]) is Task task) task.GetAwaiter().GetResult();
            _declared.TrySetException(new InvalidOperationException("The AppHost ended without Build()."));
        }
        catch (Exception e) when (_declared.TrySetException(e is TargetInvocationException { InnerException: { } inner } ? inner : e) || _built.TrySetException(e) || _ended.Task.IsCompleted)
        {
            // The test gets it, from CreateAsync or from BuildAsync.
        }
    }
}

internal sealed class TestingBuilder(EntryPoint entry, DistributedApplicationBuilder builder) : IDistributedApplicationTestingBuilder, IKeepsData
{
    private DistributedApplication? _application;

    public Running.DataFolder Data => builder.Data;
    public ConfigurationManager Configuration => builder.Configuration;
    public string AppHostDirectory => builder.AppHostDirectory;
    public Microsoft.Extensions.Hosting.IHostEnvironment Environment => builder.Environment;
    public IServiceCollection Services => builder.Services;
    public Eventing.IDistributedApplicationEventing Eventing => builder.Eventing;
    public DistributedApplicationExecutionContext ExecutionContext => builder.ExecutionContext;
    public IResourceCollection Resources => builder.Resources;
    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource => builder.AddResource(resource);
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => builder.CreateResourceBuilder(resource);
    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();
    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) => _application = await entry.GoOnAsync(builder, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        entry.End();
    }
}
