using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The console of one resource: the last 4,000 lines in memory, all of this run in a file (the run before in <c>.1</c>).</summary>
internal sealed class ResourceLog : ILogger, IDisposable
{
    private const int Kept = 4000;
    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly StreamWriter? _file;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _written;

    public ResourceLog(string? path)
    {
        if (path is null) return;
        if (File.Exists(path)) File.Move(path, path + ".1", overwrite: true);
        _file = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete)) { AutoFlush = true };
    }

    public Task Changed { get { lock (_lock) return _changed.Task; } }

    public IReadOnlyList<LogLine> After(int line) { lock (_lock) return [.. _lines.SkipWhile(known => known.LineNumber <= line)]; }

    public void Write(string content, bool isError)
    {
        TaskCompletionSource waiters;
        lock (_lock)
        {
            _lines.Enqueue(new(++_written, content, isError));
            if (_lines.Count > Kept) _lines.Dequeue();
            if (_file?.BaseStream is { CanWrite: true }) _file.WriteLine(content);
            (waiters, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        waiters.SetResult();
    }

    /// <summary>What the AppHost itself says about the resource, with the time, so that it stands out from the resource's own lines.</summary>
    public void Say(string what) => Write($"[apphost {TimeProvider.System.GetLocalNow():HH:mm:ss}] {what}", isError: false);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Write($"[apphost {TimeProvider.System.GetLocalNow():HH:mm:ss}] {formatter(state, exception)}", logLevel >= LogLevel.Error);
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public void Dispose() { lock (_lock) _file?.Dispose(); }
}
