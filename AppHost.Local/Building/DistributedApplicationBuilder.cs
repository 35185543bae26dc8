using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects the resources of a system that runs on this machine without Aspire.</summary>
internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder, IKeepsData
{
    private const int DefaultPort = 8080;
    private const int DefaultPagePort = 18888;
    private readonly Options _options;
    private readonly EntryPoint? _entry;
    private readonly bool _page;
    private Func<DataFolder>? _data;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        _entry = EntryPoint.Current;
        _options = Options.Parse(options.Args ?? []);
        var assembly = _entry?.Assembly ?? Assembly.GetEntryAssembly();
        AppHostDirectory = options.ProjectDirectory
            ?? (assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(known => known.Key == "apphostprojectpath")?.Value is { } path ? path : Directory.GetCurrentDirectory());
        Configuration.AddEnvironmentVariables().AddCommandLine(_options.Rest);
        Configuration["XINFANG_PORT"] = (_options.Port ?? DefaultPort).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The management plugin costs up to ten seconds of start: a test that needs it asks for it.
        if (_entry is not null && Configuration["XINFANG_MANAGEMENT"] is null) Configuration["XINFANG_MANAGEMENT"] = "false";
        _page = _entry is null ? !options.DisableDashboard : Configuration["XINFANG_OPERATIONS"] == "true";
        Environment = new HostEnvironment(Configuration["DOTNET_ENVIRONMENT"] ?? Configuration["ASPNETCORE_ENVIRONMENT"] ?? Environments.Development,
            assembly?.GetName().Name ?? "AppHost", AppHostDirectory);
    }

    public ConfigurationManager Configuration { get; } = new();
    public string AppHostDirectory { get; }
    public IHostEnvironment Environment { get; }
    public IServiceCollection Services { get; } = new ServiceCollection();
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();
    public IResourceCollection Resources { get; } = new ResourceCollection();

    public DataFolder Data => _data?.Invoke() ?? throw new InvalidOperationException("A kept parameter has a value only after the application was built.");

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (Resources.FirstOrDefault(known => string.Equals(known.Name, resource.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
            throw new DistributedApplicationException($"Two resources are called '{resource.Name}': a {other.GetType().Name} and a {resource.GetType().Name}.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => _entry is null ? Make() : _entry.Build(this, Make);

    private DistributedApplication Make()
    {
        var logs = new ResourceLoggerService();
        var notifications = new ResourceNotificationService(logs);
        Services.AddSingleton(logs).AddSingleton(notifications).AddSingleton(Environment).AddSingleton<IConfiguration>(Configuration).AddSingleton(Eventing).AddSingleton(ExecutionContext);
        Services.AddSingleton(services => new ResourceCommandService(notifications, logs, services));
        Services.AddHttpClient();
        Services.AddLogging();
        var provider = Services.BuildServiceProvider();
        ExecutionContext.Services = provider;
        var settings = Settings();
        var orchestrator = new Orchestrator(Resources.AsReadOnly(), settings, ExecutionContext, notifications, logs, Eventing, provider);
        _data = () => orchestrator.Data;
        StandardCommands.AddTo(Resources, orchestrator);
        return new(provider, orchestrator, settings, _entry);
    }

    private RunSettings Settings()
    {
        var testing = _entry is not null && _options.Data is null;
        var port = _options.Port ?? DefaultPort;
        return new(Environment.EnvironmentName, _entry is null ? port : null, _options.Fresh,
            _options.Data ?? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppHostDirectory)) ?? AppHostDirectory, ".data"),
            testing, !_page ? null : _entry is not null ? 0 : port == DefaultPort ? DefaultPagePort : port + 1);
    }

    private sealed class HostEnvironment(string name, string application, string directory) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = application;
        public string ContentRootPath { get; set; } = directory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

/// <summary>Has a folder for generated values, once it was built.</summary>
internal interface IKeepsData
{
    DataFolder Data { get; }
}
