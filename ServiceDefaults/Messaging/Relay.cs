using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// Carries rows of a table to the broker, at least once. One relay leads per database, by a session lock on the very connection it
/// reads and marks with: when that connection dies, it can mark nothing. Replicas stand by and pass their wake-up calls on.
/// </summary>
/// <param name="database">The database with the rows.</param>
/// <param name="name">Channel on which replicas call the leader (PostgreSQL notify).</param>
/// <param name="lockKey">Advisory lock of the leader.</param>
/// <param name="signal">Set when this process has committed a row.</param>
/// <param name="log">Where a failed delivery is told.</param>
public abstract partial class Relay(NpgsqlDataSource database, string name, long lockKey, OutboxSignal signal, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Called each time this relay begins to lead and after each failure, before the first batch.</summary>
    protected abstract Task BeginAsync(NpgsqlConnection connection, CancellationToken ct);

    /// <summary>Delivers what is waiting and marks what the broker confirmed. Returns whether more may be waiting; throws when something was not confirmed.</summary>
    protected abstract Task<bool> DeliverBatchAsync(NpgsqlConnection connection, CancellationToken ct);

    /// <summary>Called when this relay stops leading.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero) await signal.WaitAsync(pause, stoppingToken);
                await LeadOrStandByAsync(stoppingToken);
                pause = TimeSpan.Zero;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogRetry(e, name);
                pause = TimeSpan.FromSeconds(Math.Clamp(pause.TotalSeconds * 2, 0.5, LongestPause.TotalSeconds));
            }
        }
    }

    private async Task LeadOrStandByAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenQuietlyAsync(ct);
        if (!await connection.ScalarQuietlyAsync<bool>("select pg_try_advisory_lock($1)", ct, lockKey))
        {
            if (await signal.WaitAsync(Poll, ct)) await connection.ExecuteQuietlyAsync($"notify {name}", ct);
            return;
        }
        try
        {
            connection.Notification += (_, _) => signal.Set();
            await connection.ExecuteQuietlyAsync($"listen {name}", ct);
            await BeginAsync(connection, ct);
            while (!ct.IsCancellationRequested)
            {
                if (await DeliverBatchAsync(connection, ct)) continue;
                await Task.Delay(Gather, ct); // the first row leaves at once; those that follow closely share a batch
                await WaitForRowAsync(connection, ct);
            }
        }
        finally
        {
            await EndAsync();
            await ResignAsync(connection);
        }
    }

    private async Task WaitForRowAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var notified = connection.WaitAsync(Poll, stop.Token);
        var signalled = signal.WaitAsync(Poll, ct);
        await Task.WhenAny(notified, signalled);
        await stop.CancelAsync();
        try
        {
            await notified;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The local signal was first; the connection is free for the next batch again.
        }
        if (!signalled.IsCompleted) signal.Set(); // takes the waiter off the queue before the next round
        await signalled;
    }

    /// <summary>Gives the lock back before the connection returns to its pool, where it would keep it.</summary>
    private static async Task ResignAsync(NpgsqlConnection connection)
    {
        if (connection.State is not System.Data.ConnectionState.Open) return; // broken: the server has released it
        try
        {
            await connection.ExecuteQuietlyAsync("select pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            NpgsqlConnection.ClearPool(connection); // nobody may get a connection that still leads
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery by the relay {Name} failed; the rows stay and are tried again")]
    private partial void LogRetry(Exception exception, string name);
}
