using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;
using Xinfang.Training.Api.Telling;

namespace Xinfang.Training.Api.Reminding;

/// <summary>提醒, and what the other services are told: every hour, at the start and when the day is changed. Reminders older than a year are let go.</summary>
internal sealed partial class ReminderWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<ReminderWatch> log) : BackgroundService
{
    private const int KeptDays = 365;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1), Retry = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (change, wait) = (clock.NextChange, Every);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var now = clock.Now();
                var (db, today) = (scope.ServiceProvider.GetRequiredService<TrainingDb>(), now.Date);
                if (await Reminders.WriteAsync(db, today, stoppingToken) is > 0 and var written) LogWritten(written);
                if (await Events.TellAsync(db, now, stoppingToken) is > 0 and var told) LogTold(told);
                var old = today.AddDays(-KeptDays);
                await db.Reminders.Where(reminder => reminder.DueOn < old).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
                wait = Retry;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await time.UntilAsync(wait, change, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Written} reminders written")]
    private partial void LogWritten(int written);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Told} events told")]
    private partial void LogTold(int told);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders are written later")]
    private partial void LogPostponed(Exception exception);
}
