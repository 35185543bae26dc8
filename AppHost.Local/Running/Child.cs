using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>How to start a process. Signals are names without SIG; <see cref="DeathSignal"/> is sent by the kernel when the AppHost dies.</summary>
internal sealed record Launch(string Command, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
    public string DeathSignal { get; init; } = "KILL";
    public Signal StopSignal { get; init; } = Signal.Terminate;
    public string? User { get; init; }
}

internal enum Signal { Interrupt = 2, Kill = 9, Terminate = 15 }

/// <summary>
/// A child process that cannot outlive the AppHost. It leads its own session, so that Ctrl-C in the terminal reaches only the AppHost,
/// which then stops everything in order.
/// </summary>
internal sealed partial class Child : IDisposable
{
    // The kernel ties the death signal to the thread that forked: all children are forked by this one, which never ends.
    private static readonly BlockingCollection<Action> Forks = [];

    static Child()
    {
        new Thread(() => { foreach (var fork in Forks.GetConsumingEnumerable()) fork(); }) { IsBackground = true, Name = "parent of all children" }.Start();
    }

    private readonly Process _process;
    private readonly Signal _stop;

    private Child(Process process, Signal stop, Action<string, bool> onLine)
    {
        (_process, _stop, Pid) = (process, stop, process.Id);
        Started = Processes.StartOf(Pid);
        var output = Task.WhenAll(ReadAsync(process.StandardOutput, isError: false, onLine), ReadAsync(process.StandardError, isError: true, onLine));
        Exited = ExitAsync(output);
    }

    public int Pid { get; }
    public long Started { get; }

    /// <summary>The exit code; 128 plus the signal if one ended it. Completes after the last line was read.</summary>
    public Task<int> Exited { get; }

    public static Task<Child> StartAsync(Launch launch, Action<string, bool> onLine)
    {
        var started = new TaskCompletionSource<Child>(TaskCreationOptions.RunContinuationsAsynchronously);
        Forks.Add(() =>
        {
            try
            {
                var process = Process.Start(StartInfo(launch)) ?? throw new DistributedApplicationException($"{launch.Command} did not start.");
                started.SetResult(new(process, launch.StopSignal, onLine));
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException or DistributedApplicationException)
            {
                started.SetException(new DistributedApplicationException($"{launch.Command} could not be started: {e.Message}", e));
            }
        });
        return started.Task;
    }

    public void Send(Signal signal)
    {
        if (!Exited.IsCompleted) Processes.Send(Pid, signal);
    }

    /// <summary>Asks it to stop, kills it after the patience ends, and leaves none of its own children behind.</summary>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        var family = Processes.Descendants(Pid);
        Send(_stop);
        try
        {
            await Exited.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Send(Signal.Kill);
        }
        var code = await Exited;
        await Processes.EndAsync(family);
        return code;
    }

    public void Dispose() => _process.Dispose();

    private static ProcessStartInfo StartInfo(Launch launch)
    {
        string[] user = launch.User is null ? [] : [$"--reuid={launch.User}", $"--regid={launch.User}", "--init-groups"];
        var info = new ProcessStartInfo("setsid", ["setpriv", .. user, "--pdeathsig", launch.DeathSignal, launch.Command, .. launch.Arguments])
        {
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var inherited in info.Environment.Keys.Where(IsOurs).ToList()) info.Environment.Remove(inherited);
        foreach (var (name, value) in launch.Environment) info.Environment[name] = value;
        return info;
    }

    // A test runner or an outer AppHost must not configure the services.
    private static bool IsOurs(string name) => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("XINFANG_", StringComparison.Ordinal)
        || name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal) || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("services__", StringComparison.Ordinal);

    private static async Task ReadAsync(StreamReader reader, bool isError, Action<string, bool> onLine)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line) onLine(line, isError);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe broke with its writer: there is nothing more to read.
        }
    }

    private async Task<int> ExitAsync(Task output)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        // Its last words say why it ended; but a grandchild may hold the pipe open, and the exit must not wait for that one for ever.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(3)));
        return _process.ExitCode;
    }
}

/// <summary>What /proc says about processes.</summary>
internal static partial class Processes
{
    public static void Send(int pid, Signal signal) => _ = Kill(pid, (int)signal);

    /// <summary>Start time in clock ticks since boot, 0 if there is no such process: with the pid it names a process for good.</summary>
    public static long StartOf(int pid) => Stat(pid) is { } fields && fields[0] != "Z" ? long.Parse(fields[19], System.Globalization.CultureInfo.InvariantCulture) : 0;

    public static IReadOnlyList<(int Pid, long Started)> Descendants(int pid)
    {
        var parents = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || Stat(id) is not { } fields) continue;
            var parent = int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
            if (!parents.TryGetValue(parent, out var children)) parents[parent] = children = [];
            children.Add(id);
        }
        var found = new List<(int, long)>();
        var open = new Queue<int>([pid]);
        while (open.TryDequeue(out var next))
            foreach (var child in parents.GetValueOrDefault(next) ?? [])
            {
                found.Add((child, StartOf(child)));
                open.Enqueue(child);
            }
        return found;
    }

    /// <summary>Kills those that still are who they were, and waits until they are gone.</summary>
    public static async Task EndAsync(IEnumerable<(int Pid, long Started)> processes)
    {
        var left = processes.Where(IsAlive).ToList();
        foreach (var (pid, _) in left) Send(pid, Signal.Kill);
        for (var patience = 0; patience < 250 && left.Exists(IsAlive); patience++) await Task.Delay(20);
    }

    public static bool IsAlive((int Pid, long Started) process) => process.Started != 0 && StartOf(process.Pid) == process.Started;

    /// <summary>Memory in bytes, shared pages counted once, of a process and all below it.</summary>
    public static long Memory(int pid) => Descendants(pid).Select(child => child.Pid).Append(pid).Sum(Share);

    private static long Share(int pid)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{pid}/smaps_rollup"))
                if (line.StartsWith("Pss:", StringComparison.Ordinal))
                    return 1024 * long.Parse(line.AsSpan(4, line.Length - 7).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0; // It ended meanwhile, or belongs to another user.
        }
        return 0;
    }

    // Fields of /proc/pid/stat after the name, which may itself contain spaces and parentheses: state, parent, group, session, …
    private static string[]? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    public static bool IsRoot { get; } = EffectiveUser() == 0;
}
