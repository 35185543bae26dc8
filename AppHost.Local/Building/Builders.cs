using System.Collections.ObjectModel;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting
{
    /// <summary>Collects the resources of a system.</summary>
    public interface IDistributedApplicationBuilder
    {
        ConfigurationManager Configuration { get; }
        string AppHostDirectory { get; }
        IHostEnvironment Environment { get; }
        IServiceCollection Services { get; }
        IDistributedApplicationEventing Eventing { get; }
        DistributedApplicationExecutionContext ExecutionContext { get; }
        IResourceCollection Resources { get; }
        IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;
        IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource;
        DistributedApplication Build();
    }

    /// <summary>How the AppHost was called.</summary>
    public sealed class DistributedApplicationOptions
    {
        public string[]? Args { get; set; }
        public bool DisableDashboard { get; set; }
        public string? ProjectDirectory { get; set; }
    }

    /// <summary>What the AppHost is doing. The local one only runs; a manifest is published by Aspire (UseAspire=true).</summary>
    public sealed class DistributedApplicationExecutionContext
    {
        internal DistributedApplicationExecutionContext(IServiceProvider? services = null) => Services = services;
        public bool IsRunMode { get; } = true;
        public bool IsPublishMode { get; }
        internal IServiceProvider? Services { get; set; }
        public IServiceProvider ServiceProvider => Services ?? throw new InvalidOperationException("The application has not been built.");
    }

    /// <summary>The model or the machine does not allow what was asked for; the message says why and what to do.</summary>
    public class DistributedApplicationException : Exception
    {
        public DistributedApplicationException() { }
        public DistributedApplicationException(string message) : base(message) { }
        public DistributedApplicationException(string message, Exception inner) : base(message, inner) { }
    }

    /// <summary>A .NET project as a resource; a class of it is generated for every project the AppHost references.</summary>
    public interface IProjectMetadata : IResourceAnnotation
    {
        string ProjectPath { get; }
        bool SuppressBuild => false;
    }

    /// <summary>Adds where the built assembly is: local mode never builds while starting.</summary>
    public interface ILocalProjectMetadata : IProjectMetadata
    {
        string AssemblyPath { get; }
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>The resources of a system, in the order they were added.</summary>
    public interface IResourceCollection : IList<IResource>;

    internal sealed class ResourceCollection : Collection<IResource>, IResourceCollection;

    /// <summary>Says something about one resource.</summary>
    public interface IResourceBuilder<out T> where T : IResource
    {
        IDistributedApplicationBuilder ApplicationBuilder { get; }
        T Resource { get; }
        IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation) where TAnnotation : IResourceAnnotation;
    }

    internal sealed class ResourceBuilder<T>(IDistributedApplicationBuilder builder, T resource) : IResourceBuilder<T> where T : IResource
    {
        public IDistributedApplicationBuilder ApplicationBuilder => builder;
        public T Resource => resource;
        public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation) where TAnnotation : IResourceAnnotation
        {
            resource.Annotations.Add(annotation);
            return this;
        }
    }
}

namespace Aspire.Hosting.Eventing
{
    /// <summary>Something that happens to the system.</summary>
    public interface IDistributedApplicationEvent;

    /// <summary>Something that happens to one resource.</summary>
    public interface IDistributedApplicationResourceEvent : IDistributedApplicationEvent
    {
        IResource Resource { get; }
    }

    /// <summary>Keeps a subscription.</summary>
    public sealed class DistributedApplicationEventSubscription
    {
        internal DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> handle) => Handle = handle;
        internal Func<IDistributedApplicationEvent, CancellationToken, Task> Handle { get; }
    }

    /// <summary>Lets the model act when something happens.</summary>
    public interface IDistributedApplicationEventing
    {
        DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationEvent;
        DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationResourceEvent;
        void Unsubscribe(DistributedApplicationEventSubscription subscription);
        Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default) where T : IDistributedApplicationEvent;
    }

    internal sealed class DistributedApplicationEventing : IDistributedApplicationEventing
    {
        private readonly List<DistributedApplicationEventSubscription> _subscriptions = [];

        public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationEvent
            => Add(new((happened, ct) => happened is T mine ? callback(mine, ct) : Task.CompletedTask));

        public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback) where T : IDistributedApplicationResourceEvent
            => Add(new((happened, ct) => happened is T mine && mine.Resource == resource ? callback(mine, ct) : Task.CompletedTask));

        public void Unsubscribe(DistributedApplicationEventSubscription subscription) { lock (_subscriptions) _subscriptions.Remove(subscription); }

        public async Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default) where T : IDistributedApplicationEvent
        {
            DistributedApplicationEventSubscription[] now;
            lock (_subscriptions) now = [.. _subscriptions];
            foreach (var subscription in now) await subscription.Handle(@event, cancellationToken);
        }

        private DistributedApplicationEventSubscription Add(DistributedApplicationEventSubscription subscription)
        {
            lock (_subscriptions) _subscriptions.Add(subscription);
            return subscription;
        }
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>Before anything starts.</summary>
    public sealed class BeforeStartEvent(IServiceProvider services) : IDistributedApplicationEvent
    {
        public IServiceProvider Services { get; } = services;
    }

    /// <summary>Everything has been told to start.</summary>
    public sealed class AfterResourcesCreatedEvent(IServiceProvider services) : IDistributedApplicationEvent
    {
        public IServiceProvider Services { get; } = services;
    }

    /// <summary>What a resource waited for is there; it starts next.</summary>
    public sealed class BeforeResourceStartedEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
    {
        public IResource Resource { get; } = resource;
        public IServiceProvider Services { get; } = services;
    }

    /// <summary>A resource is healthy for the first time.</summary>
    public sealed class ResourceReadyEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
    {
        public IResource Resource { get; } = resource;
        public IServiceProvider Services { get; } = services;
    }
}
