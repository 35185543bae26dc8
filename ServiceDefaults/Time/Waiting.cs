namespace Xinfang.ServiceDefaults.Time;

/// <summary>How background work waits for its next turn.</summary>
public static class Waiting
{
    /// <summary>Returns after that time, at the change, or when the service stops, whichever is first.</summary>
    public static async Task UntilAsync(this TimeProvider time, TimeSpan longest, CancellationToken change, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(change, stopping);
        await Task.Delay(longest, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
