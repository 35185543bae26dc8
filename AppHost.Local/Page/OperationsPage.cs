using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Page;

internal sealed class OperationsPage : IAsyncDisposable
{
    public Uri Address { get; private init; } = null!;
    public static Task<OperationsPage> StartAsync(int port, Orchestrator system, ResourceCommandService commands, CancellationToken ct) => Task.FromResult(new OperationsPage { Address = new("http://localhost:1/") });
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
