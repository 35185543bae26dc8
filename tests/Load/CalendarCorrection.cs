using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xinfang.Law;

namespace Xinfang.Load;

/// <summary>A corrected notice among many open petitions and many closed ones: exactly the dates that the correction concerns move, each once.</summary>
internal static class CalendarCorrection
{
    private static readonly DateOnly First = new(2026, 3, 9), DayOff = new(2026, 5, 11);

    public static async Task<int> RunAsync(Options options)
    {
        var (open, closed) = (options.Number("--open", 10_000), options.Number("--closed", 100_000));
        await using var rows = await CaseRows.CreateAsync();
        Progress.Say($"seeding {open:N0} open petitions, accepted on 20 days");
        var ids = await rows.AddAcceptedAsync(open, n => Working(n));
        await rows.MultiplyAsync(ids[0], closed, new() { ["watch_on"] = "null", ["projected_with"] = "null", ["next_due_on"] = "date 'infinity'", ["status"] = "'Completed'" });
        rows.Today(new(2026, 4, 20));
        await rows.Correction().RunAsync(CancellationToken.None); // nothing to do: all were counted with the calendar in use
        var before = await DatesAsync(rows);

        var corrected = Corrected();
        var expected = Enumerable.Range(0, open).Count(n => Moves(Working(n), corrected));
        rows.Clock.Use(corrected);
        Progress.Say($"{expected:N0} must move");
        var start = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(rows.Correction().RunAsync(CancellationToken.None), rows.Correction().RunAsync(CancellationToken.None));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var again = await rows.Correction().RunAsync(CancellationToken.None);

        var changed = (await DatesAsync(rows)).Except(before).Count();
        var recorded = await CountAsync(rows, "select count(*) from record where act = 'CorrectDates'");
        var events = await CountAsync(rows, "select count(*) from outbox");
        var closedMoved = await CountAsync(rows, "select count(*) from petition where status = 'Completed' and projected_with is not null");
        var ok = changed == expected && recorded == expected && events == expected && closedMoved == 0 && again is { Looked: 0, Moved: 0 } && runs.Sum(run => run?.Moved ?? 0) == expected;
        Console.WriteLine(JsonSerializer.Serialize(new { command = "calendar", open, closed, expected, moved = changed, recorded, events, closedMoved, seconds = Math.Round(seconds, 1), ok }));
        return ok ? 0 : 1;
    }

    private static DateOnly Working(int n) => First.AddDays(n % 4 * 7 + n / 4 % 5);

    private static bool Moves(DateOnly accepted, LegalCalendar corrected) =>
        LegalCalendar.Default.Due(accepted, Terms.Completion, "").DueOn != corrected.Due(accepted, Terms.Completion, "").DueOn;

    private static LegalCalendar Corrected()
    {
        var years = LegalCalendar.Default.Write().ToList();
        years[^1] = years[^1].Replace("\"days\":[", $$"""
            "days":[{"name":"示例","date":"{{DayOff:yyyy-MM-dd}}","isOffDay":true},
            """, StringComparison.Ordinal);
        return LegalCalendar.Read(years);
    }

    private static Task<List<string>> DatesAsync(CaseRows rows) => rows.ReadAsync("select id || ' ' || next_due_on from petition where status = 'Accepted'");

    private static async Task<int> CountAsync(CaseRows rows, string sql) => int.Parse((await rows.ReadAsync(sql))[0], CultureInfo.InvariantCulture);
}
