using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Outreach.Api.Watching;

/// <summary>Something that is looked at every hour. What it does twice it has done once: several replicas look beside each other.</summary>
internal interface IWatch
{
    /// <summary>Does what is due; how much it was.</summary>
    Task<int> ScanAsync(IServiceScopeFactory scopes, Moment now, CancellationToken ct);
}

/// <summary>Runs what is looked at every hour, at start and when the day is changed.</summary>
internal sealed partial class Watch(IEnumerable<IWatch> watches, IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<Watch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Looks at everything once.</summary>
    public async Task<int> ScanAsync(Moment now, CancellationToken ct)
    {
        var done = 0;
        foreach (var watch in watches) done += await watch.ScanAsync(scopes, now, ct);
        return done;
    }

    /// <summary>Another replica, or a person, has written the same row first.</summary>
    public static bool LostRace(DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await ScanAsync(clock.Now(), stoppingToken) is > 0 and var done) LogDone(done);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminded, proposed or counted {Done} things")]
    private partial void LogDone(int done);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scan of outreach failed and is repeated in an hour")]
    private partial void LogPostponed(Exception exception);
}
