using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>
/// Looks at the whole system every half minute and keeps what is open in the database, so that a restart neither repeats nor forgets. One
/// replica looks at a time. Without the database there is one alarm, from memory: that the database is gone.
/// </summary>
internal sealed partial class AlarmWatch(
    IEnumerable<ILookout> lookouts, AlarmPost post, IServiceScopeFactory scopes, NpgsqlDataSource database, IHttpClientFactory http, LegalClock clock, TimeProvider time, IOptions<AlarmOptions> options, ILogger<AlarmWatch> log) : BackgroundService
{
    private const long Turn = 0x616c61726d; // of this work, among the advisory locks of the database
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly Sign Gone = new(AlarmCode.DatabaseGone, "", "统计分析服务连不上数据库，其他告警这时候看不到。");

    private Alarm? _databaseGone;

    /// <summary>Looks once and tells; false when it could not, or another replica is at it.</summary>
    public async Task<bool> LookAsync(Sighting now, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct); // holds the turn, and loses it with the process
            if (!await TurnAsync(connection, "select pg_try_advisory_lock($1)", ct)) return false;
            try
            {
                await DecideAsync(now, ct);
                await post.DeliverAsync(now.At, ct);
            }
            finally
            {
                if (connection.State is System.Data.ConnectionState.Open) await TurnAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
            }
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException or TimeoutException && !ct.IsCancellationRequested)
        {
            LogPostponed(e);
            if (IsAway(e)) await WithoutDatabaseAsync(now.At, ct);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var every = TimeSpan.FromSeconds(options.Value.EverySeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await LookAsync(new(time.GetUtcNow(), clock.Now()), stoppingToken)) await BeatAsync(stoppingToken);
            await Task.Delay(every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DecideAsync(Sighting now, CancellationToken ct)
    {
        var signs = (await Task.WhenAll(lookouts.Select(lookout => lookout.LookAsync(now, ct)))).SelectMany(each => each).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        var open = await db.Set<Alarm>().Where(alarm => alarm.ClearedAt == null).ToListAsync(ct);
        if (_databaseGone is { RaisedAt: not null } gone && open.TrueForAll(alarm => alarm.Code != gone.Code))
        {
            db.Add(gone);
            open.Add(gone); // from here on it is as any other, and clears with the next looks
        }
        var steps = AlarmRules.Decide(open, signs, now.At);
        foreach (var (alarm, change) in steps)
        {
            if (change is AlarmChange.Dropped) db.Remove(alarm);
            else if (db.Entry(alarm).State is EntityState.Detached) db.Add(alarm);
            if (change is AlarmChange.Raised or AlarmChange.Reminded or AlarmChange.Cleared) await post.WriteAsync(db, alarm, change, now.At, ct);
        }
        if (await db.Set<AlarmRound>().SingleOrDefaultAsync(ct) is { } round) round.LookedAt = now.At;
        else db.Add(new AlarmRound { BegunAt = now.At, LookedAt = now.At });
        await db.SaveChangesAsync(ct);
        _databaseGone = null;
        foreach (var (alarm, change) in steps) Log(alarm, change);
        await ForgetAsync(db, now.At - Kept, ct);
    }

    // Whatever the server itself answers is no absence, but that it takes nobody: shutting down, too many, starting, not to this database.
    private static bool IsAway(Exception e) => e switch
    {
        PostgresException answered => answered.SqlState[..2] is "08" or "53" or "55" or "57",
        NpgsqlException or TimeoutException => true,
        { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };

    private async Task WithoutDatabaseAsync(DateTimeOffset now, CancellationToken ct)
    {
        _databaseGone ??= Alarm.Suspect(Gone, now);
        var change = _databaseGone.See(Gone, now);
        if (change is AlarmChange.Nothing) return;
        Log(_databaseGone, change);
        await post.TellAsync(_databaseGone, change, now, ct);
    }

    private static async Task ForgetAsync(InsightDb db, DateTimeOffset before, CancellationToken ct)
    {
        await db.Set<AlarmMessage>().Where(message => db.Set<Alarm>().Any(alarm => alarm.Id == message.AlarmId && alarm.ClearedAt < before)).ExecuteDeleteAsync(ct);
        await db.Set<Alarm>().Where(alarm => alarm.ClearedAt < before).ExecuteDeleteAsync(ct);
    }

    private static async Task<bool> TurnAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = Turn } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        if (options.Value.Heartbeat is not { } address) return;
        try
        {
            using var client = http.CreateClient(AlarmsApi.Client);
            using var response = await client.GetAsync(address, ct);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            LogNoBeat(e); // whoever waits for it tells
        }
    }

    private void Log(Alarm alarm, AlarmChange change)
    {
        if (change is AlarmChange.Raised && alarm.Kind.Severity is Severity.Critical) LogCritical(alarm.Code, alarm.Subject, alarm.Cause);
        else if (change is AlarmChange.Raised) LogRaised(alarm.Code, alarm.Subject, alarm.Cause);
        else if (change is AlarmChange.Reminded) LogReminded(alarm.Code, alarm.Subject, alarm.Cause);
        else if (change is AlarmChange.Cleared) LogCleared(alarm.Code, alarm.Subject, alarm.SeenAt);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Alarm {Code} {Subject} raised: {Cause}")]
    private partial void LogCritical(AlarmCode code, string subject, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alarm {Code} {Subject} raised: {Cause}")]
    private partial void LogRaised(AlarmCode code, string subject, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alarm {Code} {Subject} is still open: {Cause}")]
    private partial void LogReminded(AlarmCode code, string subject, string cause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Alarm {Code} {Subject} cleared; first seen {Since}")]
    private partial void LogCleared(AlarmCode code, string subject, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The look at the system failed and is repeated")]
    private partial void LogPostponed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heartbeat of the watch did not arrive")]
    private partial void LogNoBeat(Exception exception);
}
