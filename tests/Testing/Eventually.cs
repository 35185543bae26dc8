using System.Runtime.CompilerServices;

namespace Xinfang.Testing;

/// <summary>Waits for what another process will have done soon. Tests wait for a condition, never for a length of time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a condition may take before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Reads until there is something to read.</summary>
    /// <exception cref="TimeoutException">There was nothing within the patience.</exception>
    public static async Task<T> Get<T>(
        Func<Task<T?>> read, TimeSpan? patience = null, CancellationToken ct = default,
        [CallerArgumentExpression(nameof(read))] string what = "") where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patient.CancelAfter(patience ?? Patience);
        using var pace = new PeriodicTimer(Pace);
        try
        {
            while (true)
            {
                if (await read() is { } found) return found;
                await pace.WaitForNextTickAsync(patient.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && patient.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {patience ?? Patience}: {what}");
        }
    }

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">The answer was no for the whole patience.</exception>
    public static Task Holds(
        Func<Task<bool>> condition, TimeSpan? patience = null, CancellationToken ct = default,
        [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Get(async () => await condition() ? (object)true : null, patience, ct, what);
    }
}
