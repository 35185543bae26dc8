using System.Threading.Channels;

namespace Xinfang.Insight.Api.Events;

/// <summary>
/// Keeps what the services tell, as much in one transaction as has arrived while the one before was written, and folds the petitions
/// concerned anew in it. A message is acknowledged when that is committed; one that was kept before changes nothing.
/// </summary>
internal sealed class EventLog(Keeping keeping) : BackgroundService
{
    private const int Most = 256;

    private readonly Channel<Waiting> _arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Completes when the event is committed, or was before; throws what kept it out, and then nothing of it is stored.</summary>
    public async Task KeepAsync(ToldEvent told, CancellationToken ct)
    {
        var waiting = new Waiting(told);
        await _arrivals.Writer.WriteAsync(waiting, ct);
        await waiting.Written.Task.WaitAsync(ct);
    }

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

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _arrivals.Writer.TryComplete();
        while (_arrivals.Reader.TryRead(out var late)) late.Written.TrySetCanceled(CancellationToken.None); // the broker hands it over again
    }

    /// <summary>All at once; if that fails, each for itself, so that one bad event keeps nobody else out.</summary>
    private async Task WriteAsync(List<Waiting> group, CancellationToken ct)
    {
        try
        {
            await keeping.KeepAsync([.. group.Select(waiting => waiting.Told)], ct);
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

    private sealed record Waiting(ToldEvent Told)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
