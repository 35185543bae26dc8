using Npgsql;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Retention;

/// <summary>
/// Takes away what its time is over for, and counts it by policy and day. Taking away and counting are one statement: a run that was broken off goes on, and two
/// at once count nothing twice.
/// </summary>
internal sealed partial class RetentionJob(NpgsqlDataSource database, RetentionPolicies policies, LegalClock clock, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How much was taken away.</summary>
    public async Task<long> RunAsync(Moment now, CancellationToken ct)
    {
        long removed = 0;
        foreach (var policy in policies.All)
            if (policy.Sql is not null) removed += await CountAsync(policy, policy.Sql, now, ct);
        return removed;
    }

    /// <summary>Counts what another job has taken away.</summary>
    public Task NoteAsync(string name, int removed, Moment now, CancellationToken ct) =>
        CountAsync(policies.All.Single(policy => policy.Name == name), $"select 1 from generate_series(1, {removed}) where $1::timestamptz is not null", now, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await RunAsync(clock.Now(), stoppingToken) is > 0 and var removed) LogRemoved(removed);
            }
            catch (NpgsqlException e)
            {
                LogPostponed(e);
            }
        }
    }

    private async Task<long> CountAsync(RetentionPolicy policy, string sql, Moment now, CancellationToken ct)
    {
        var before = now.At - policy.Kept;
        await using var command = database.CreateCommand($"""
            with gone as ({sql}), counted as (
                insert into retention_run as r (policy, day, before, removed, ran_at)
                select $2, $3, $1, count(*), $4 from gone having count(*) > 0
                on conflict (policy, day) do update set removed = r.removed + excluded.removed, before = greatest(r.before, excluded.before), ran_at = excluded.ran_at
            )
            select count(*) from gone
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = policy.Name });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = now.Date });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now.At.ToUniversalTime() });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Removed} items whose time was over were taken away")]
    private partial void LogRemoved(long removed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Taking away what has expired failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
