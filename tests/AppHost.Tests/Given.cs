using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Xinfang.Testing;

namespace Xinfang.AppHost.Tests;

/// <summary>The sample system, in this process or in one of its own.</summary>
internal static class Given
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<DistributedApplication> ARunningSampleAsync(params string[] settings)
    {
        var application = await ASampleAsync(settings);
        await application.StartAsync();
        await application.HealthyAsync("sample");
        return application;
    }

    public static async Task<DistributedApplication> ASampleAsync(params string[] settings)
        => await (await DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleHost>(settings, TestContext.Current.CancellationToken)).BuildAsync(TestContext.Current.CancellationToken);

    public static Task<ResourceEvent> HealthyAsync(this DistributedApplication application, string name)
        => application.ResourceNotifications.WaitForResourceHealthyAsync(name, TestContext.Current.CancellationToken).WaitAsync(Patience);

    public static int Pid(this DistributedApplication application, string id)
        => application.ResourceNotifications.TryGetCurrentState(id, out var now) && now.Snapshot.Properties.FirstOrDefault(property => property.Name == "resource.pid")?.Value is int pid ? pid : 0;

    public static Task SoonAsync(Func<bool> condition) => SoonAsync(() => Task.FromResult(condition()));
    public static Task SoonAsync(Func<Task<bool>> condition) => Eventually.Holds(condition, Patience, TestContext.Current.CancellationToken);

    public static void Kill(int pid) => Process.GetProcessById(pid).Kill();

    public static string ANewFolder()
        => Path.Combine("/tmp", "xinfang-apphost-" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)[^12..]);

    public static async Task<string> AskAsync(this HttpClient client, string path) => await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}

/// <summary>The sample system started as a user starts it, by its own process.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SampleProcess(Process process, int port, string data)
    {
        (_process, Port, Data) = (process, port, data);
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }
    public string Data { get; }
    public string Output { get { lock (_output) return _output.ToString(); } }
    public IReadOnlyList<(int Pid, long Started)> Children => Processes.Descendants(_process.Id);

    public static SampleProcess Start(string data, params string[] settings)
    {
        var port = new Ports(null).Next();
        var start = new ProcessStartInfo(Orchestrator.DotNet, [Path.Combine(AppContext.BaseDirectory, "Xinfang.SampleHost.dll"), "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        return new(Process.Start(start)!, port, data);
    }

    public Task ReadyAsync() => Eventually.Holds(() => Task.FromResult(Output.Contains("ready in", StringComparison.Ordinal)
        || (_process.HasExited ? throw new InvalidOperationException(Output) : false)), Given.Patience);

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Given.Patience);
        return _process.ExitCode;
    }

    public void Send(int signal) => Processes.Send(_process.Id, (Signal)signal);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Send(15);
        await _process.WaitForExitAsync().WaitAsync(Given.Patience);
        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null) lock (_output) _output.AppendLine(line);
    }
}

/// <summary>A data folder that is removed at the end.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Given.ANewFolder();
    public void Dispose() { if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true); }
}
