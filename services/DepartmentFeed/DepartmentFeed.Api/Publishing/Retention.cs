using Npgsql;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>How long the log is kept: a policy of the office, not a term of the law. Who holds a petition is kept as long as the petition.</summary>
internal static class RetentionPolicy
{
    /// <summary>A year and a month: the annual report (art. 41) of a year can be checked against the feed until the next is due.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);
}

/// <summary>Removes events that were published and are older than the policy keeps them, a few at a time.</summary>
internal sealed partial class Retention(NpgsqlDataSource database, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    private const int Step = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                while (await SweepAsync(stoppingToken) == Step) { }
            }
            catch (NpgsqlException e)
            {
                LogPostponed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes at most one step of rows and says how many.</summary>
    internal async Task<int> SweepAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            delete from feed_event where id in (
                select id from feed_event where recorded_at < $1 and published_at is not null order by recorded_at limit {Step})
            """);
        command.Parameters.Add(new() { Value = time.GetUtcNow() - RetentionPolicy.Kept });
        return await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removal of old feed events postponed")]
    private partial void LogPostponed(Exception exception);
}
