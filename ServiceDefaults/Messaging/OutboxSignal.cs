namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>Tells the relay of this process that a row has been committed.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        if (_signal.CurrentCount > 0) return;
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else set it in between: it is set, which is all that was wanted.
        }
    }

    /// <summary>Waits for a row or for the patience to end; true when a row was announced.</summary>
    public Task<bool> WaitAsync(TimeSpan patience, CancellationToken ct) => _signal.WaitAsync(patience, ct);

    public void Dispose() => _signal.Dispose();
}
