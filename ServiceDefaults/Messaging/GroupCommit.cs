using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// Commits in groups: as much in one transaction as has arrived while the one before was written, up to 256. One after the other, each would wait for the disk.
/// Register it before the bus: it then stops after it, with nothing in hand.
/// </summary>
/// <typeparam name="T">What arrives, each with its own message.</typeparam>
public abstract class GroupCommit<T> : BackgroundService
{
    private const int Most = 256;

    private readonly Channel<Waiting> _arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Completes when the arrival is committed, or was before; throws what kept it out, and then nothing of it is stored.</summary>
    /// <exception cref="OperationCanceledException">The service stops, or the caller waits no longer.</exception>
    public async Task AppendAsync(T arrival, CancellationToken ct)
    {
        var waiting = new Waiting(arrival);
        await _arrivals.Writer.WriteAsync(waiting, ct);
        await waiting.Written.Task.WaitAsync(ct);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _arrivals.Writer.TryComplete();
        while (_arrivals.Reader.TryRead(out var late)) late.Written.TrySetCanceled(CancellationToken.None); // the broker hands it over again
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(Most);
        await foreach (var first in _arrivals.Reader.ReadAllAsync(stoppingToken))
        {
            group.Add(first);
            while (group.Count < Most && _arrivals.Reader.TryRead(out var next)) group.Add(next);
            await WriteAsync(group, stoppingToken);
            group.Clear();
        }
    }

    /// <summary>Commits the group in one transaction, in its order, or nothing of it. What was committed before changes nothing.</summary>
    protected abstract Task CommitAsync(IReadOnlyList<T> group, CancellationToken ct);

    /// <summary>All at once; if that fails, each for itself, so that one bad arrival keeps nobody else out.</summary>
    private async Task WriteAsync(List<Waiting> group, CancellationToken ct)
    {
        try
        {
            await CommitAsync([.. group.Select(waiting => waiting.Arrival)], ct);
            group.ForEach(waiting => waiting.Written.TrySetResult());
        }
        catch (Exception e) when (e is not OutOfMemoryException && (group.Count == 1 || ct.IsCancellationRequested))
        {
            group.ForEach(waiting => waiting.Written.TrySetException(e));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            foreach (var waiting in group) await WriteAsync([waiting], ct);
        }
    }

    private sealed record Waiting(T Arrival)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
