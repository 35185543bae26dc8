using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The console of one resource: the last 4,000 lines in memory, all of this run in a file (the run before in <c>.1</c>).</summary>
internal sealed partial class ResourceLog : ILogger, IDisposable
{
    private const int Limit = 4000;
    private readonly Lock _lock = new();
    private readonly Queue<(LogLine Line, DateTimeOffset At)> _lines = new();
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

    public IReadOnlyList<LogLine> After(int line) { lock (_lock) return [.. _lines.Select(known => known.Line).SkipWhile(known => known.LineNumber <= line)]; }

    /// <summary>The lines kept, with the moment each was read.</summary>
    public IReadOnlyList<(LogLine Line, DateTimeOffset At)> Kept { get { lock (_lock) return [.. _lines]; } }

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours { get; }

    public void Write(string content, bool isError)
    {
        TaskCompletionSource waiters;
        content = Colours.Replace(content, "");
        lock (_lock)
        {
            _lines.Enqueue((new(++_written, content, isError), TimeProvider.System.GetUtcNow()));
            if (_lines.Count > Limit) _lines.Dequeue();
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
