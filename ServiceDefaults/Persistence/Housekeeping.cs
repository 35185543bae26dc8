using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>
/// Keeps inbox, sent messages and idempotency keys from growing with history. A redelivery after 30 days would need a broker that kept it so long.
/// What was sent is kept for a shorter time than the inbox, so that nothing sent again by a restored system has a second effect.
/// </summary>
internal sealed partial class Housekeeping(NpgsqlDataSource database, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan SentKept = TimeSpan.FromDays(7);

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
        var now = time.GetUtcNow();
        await DeleteAsync("delete from inbox where handled_at < $1", now - InboxKept, ct);
        await DeleteAsync("delete from sent where sent_at < $1", now - SentKept, ct);
        await DeleteAsync("delete from idempotency where expires_at < $1", now, ct);
    }

    private async Task DeleteAsync(string sql, DateTimeOffset before, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep of inbox and idempotency keys postponed to the next hour")]
    private partial void LogPostponed(Exception exception);
}
