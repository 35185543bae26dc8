using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>Keeps inbox and idempotency keys from growing with history. A redelivery after 30 days would need a broker that kept it so long.</summary>
internal sealed partial class Housekeeping(NpgsqlDataSource database, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogPostponed(e);
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from inbox where handled_at < $1");
        command.Parameters.Add(new() { Value = time.GetUtcNow() - InboxKept });
        await command.ExecuteNonQueryAsync(ct);
        await using var keys = database.CreateCommand("delete from idempotency where expires_at < $1");
        keys.Parameters.Add(new() { Value = time.GetUtcNow() });
        await keys.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep of inbox and idempotency keys postponed to the next hour")]
    private partial void LogPostponed(Exception exception);
}
