using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One line a resource wrote. Numbers count from 1 since the AppHost started.</summary>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>Keeps the last lines each resource wrote, and a file of all of them.</summary>
public sealed class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new();
    private string? _folder;

    internal ResourceLoggerService() { }

    public ILogger GetLogger(IResource resource) => Of(resource.Name);
    public ILogger GetLogger(string resourceName) => Of(resourceName);

    /// <summary>Lines as they are written, beginning with those kept.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var log = Of(resourceName);
        var after = 0;
        while (true)
        {
            var changed = log.Changed;
            if (log.After(after) is { Count: > 0 } lines)
            {
                after = lines[^1].LineNumber;
                yield return lines;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The lines kept.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask;
        yield return Of(resourceName).After(0);
    }

    internal ResourceLog Of(string id) => _logs.GetOrAdd(id, name => new(_folder is null ? null : Path.Combine(_folder, name + ".log")));
    internal void WriteTo(string folder) => _folder = folder;
    /// <summary>The last lines, and the last ones of the error output wherever they stand: two pipes keep no order between them.</summary>
    internal string Tail(string id, int lines)
    {
        var all = Of(id).After(0);
        var shown = all.Where(line => line.IsErrorMessage).TakeLast(lines).Union(all.TakeLast(lines)).OrderBy(line => line.LineNumber);
        return string.Join('\n', shown.Select(line => "  " + line.Content));
    }

    internal void Close() { foreach (var log in _logs.Values) log.Dispose(); }
}
