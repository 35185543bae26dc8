using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Start, stop and restart, which every process has.</summary>
internal static class StandardCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void AddTo(IEnumerable<IResource> resources, Orchestrator system)
    {
        foreach (var resource in resources.Where(resource => resource is ProjectResource or ExecutableResource or ContainerResource))
        {
            Add(resource, KnownResourceCommands.StartCommand, "启动", now => now.State?.Text is null || now.State.Text == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(now.State.Text) && now.Property("resource.restartAt") is null,
                instance => instance.StartAsync(), system, null);
            Add(resource, KnownResourceCommands.StopCommand, "停止", now => IsUp(now), instance => instance.StopAsync(Patience), system, $"停止“{resource.Name}”？依赖它的服务会受影响。");
            Add(resource, KnownResourceCommands.RestartCommand, "重启", now => IsUp(now), async instance =>
            {
                await instance.StopAsync(Patience);
                await instance.StartAsync();
            }, system, $"重启“{resource.Name}”？");
        }
    }

    private static bool IsUp(CustomResourceSnapshot now) => now.State?.Text is { } state
        && (state == KnownResourceStates.Running || state == KnownResourceStates.Starting || state == KnownResourceStates.Waiting || now.Property("resource.restartAt") is not null);

    private static void Add(IResource resource, string name, string display, Func<CustomResourceSnapshot, bool> possible, Func<Instance, Task> act, Orchestrator system, string? confirmation)
        => resource.Annotations.Add(new ResourceCommandAnnotation(name, display, context => possible(context.ResourceSnapshot) ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
            async context =>
            {
                await act(system.Instances.Single(instance => instance.Id == context.ResourceName));
                return CommandResults.Success();
            }, null, confirmation, isHighlighted: true));
}
