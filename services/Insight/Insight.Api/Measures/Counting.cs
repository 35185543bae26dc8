using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// Counts the months in which something has changed, again and whole. Rests ten times as long as it worked, so that it never takes more
/// than a tenth of a core; the pages say of when their figures are. Several replicas take turns.
/// </summary>
internal sealed partial class Counting(NpgsqlDataSource database, LegalClock clock, TimeProvider time, ILogger<Counting> log) : BackgroundService
{
    /// <summary>Advisory lock (with 0) of whoever writes cells.</summary>
    internal const int Turn = 7602;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(1);

    // What the passing of a day alone can change: petitions that still owe something, opinions to be rated, completions and first petitions still being watched.
    private static readonly string Aging = $"""
        insert into stale_month (basis, month)
        select distinct b.basis, date_trunc('month', b.day)::date from petition_fact f, lateral (values (0, f.received_on), (1, f.registered_on), (2, f.exchanged_on)) b (basis, day)
        where b.day is not null and (not f.closed or (f.rated_on is null and f.rating_due_on >= @former - 1) or f.completed_on + {Books.QuietDays} >= @former - 1 or f.received_on + {Cohorts.Days[^1]} >= @former - 1)
        """;

    private const string Everything = """
        insert into stale_month (basis, month)
        select distinct b.basis, date_trunc('month', b.day)::date from petition_fact f, lateral (values (0, f.received_on), (1, f.registered_on), (2, f.exchanged_on)) b (basis, day) where b.day is not null
        """;

    /// <summary>
    /// Counts everything that is stale now; how many months that were. Each month is a transaction of its own; with new formulas all of them are one, so that nobody adds up
    /// columns of two kinds. Waits for its turn however long that is.
    /// </summary>
    public async Task<int> CountAsync(DateOnly today, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Turn}, 0)", ct, timeout: 0);
        try
        {
            return await CountAsync(connection, today, ct);
        }
        finally
        {
            if (connection.State is System.Data.ConnectionState.Open) await ExecuteAsync(connection, $"select pg_advisory_unlock({Turn}, 0)", CancellationToken.None); // else the server has
        }
    }

    private async Task<int> CountAsync(NpgsqlConnection connection, DateOnly today, CancellationToken ct)
    {
        var whole = await AgeAsync(connection, today, ct);
        var stale = new List<(Basis Basis, DateOnly Month)>();
        await using (var command = new NpgsqlCommand("select distinct basis, month from stale_month order by basis, month", connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) stale.Add(((Basis)reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1)));
        await using var together = whole ? await connection.BeginTransactionAsync(ct) : null;
        foreach (var (basis, month) in stale)
        {
            await using var alone = whole ? null : await connection.BeginTransactionAsync(ct);
            await ExecuteAsync(connection, "delete from stale_month where basis = @basis and month = @month", ct, parameters: [new("basis", (int)basis), new("month", month)]);
            await CountAsync(connection, basis, month, today, ct);
            if (alone is not null) await alone.CommitAsync(ct);
        }
        await ExecuteAsync(connection, """
            insert into counted_state (id, counted_at, day, formulas) values (1, @at, @today, @formulas)
            on conflict (id) do update set counted_at = excluded.counted_at, day = excluded.day, formulas = excluded.formulas
            """, ct, parameters: [new("at", time.GetUtcNow()), new("today", today), new("formulas", Books.Version)]);
        if (together is not null) await together.CommitAsync(ct);
        return stale.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (change, began) = (clock.NextChange, Stopwatch.GetTimestamp());
            try
            {
                await CountAsync(clock.Now().Date, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            var rest = Stopwatch.GetElapsedTime(began) * 10;
            await time.UntilAsync(rest < Shortest ? Shortest : rest > Longest ? Longest : rest, change, stoppingToken);
        }
    }

    /// <summary>Notes what the passing of days has made stale; true when that is everything, for nothing is counted by these formulas.</summary>
    private static async Task<bool> AgeAsync(NpgsqlConnection connection, DateOnly today, CancellationToken ct)
    {
        (DateOnly Day, string Formulas)? state = null;
        await using (var command = new NpgsqlCommand("select day, formulas from counted_state where id = 1", connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            if (await reader.ReadAsync(ct)) state = (reader.GetFieldValue<DateOnly>(0), reader.GetString(1));
        var whole = state is null || state.Value.Formulas != Books.Version;
        if (whole) await ExecuteAsync(connection, Everything, ct);
        else if (state!.Value.Day != today) await ExecuteAsync(connection, Aging, ct, parameters: [new("former", state.Value.Day < today ? state.Value.Day : today)]);
        return whole;
    }

    private static async Task CountAsync(NpgsqlConnection connection, Basis basis, DateOnly month, DateOnly today, CancellationToken ct)
    {
        await ExecuteAsync(connection, "delete from cell where basis = @basis and month = @month", ct, parameters: [new("basis", (int)basis), new("month", month)]);
        foreach (var book in Books.All)
            await ExecuteAsync(connection, $"insert into cell (book, basis, month, organ, dimension, value, counts) select @book, @basis, @from, c.* from ({book.CountSql(basis)}) c", ct,
                parameters: [new("book", book.Name), new("basis", (int)basis), new("from", month), new("until", month.AddMonths(1)), new("today", today)]);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, int timeout = 300, IReadOnlyList<NpgsqlParameter>? parameters = null)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = timeout };
        foreach (var parameter in parameters ?? []) command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counting failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
