using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xinfang.CaseHandling.Api.Watching;

namespace Xinfang.Load;

/// <summary>Finding the petitions with a date to tell, among a million open ones, before and after as many closed ones; and telling some of them from two replicas.</summary>
internal static class Deadlines
{
    private static readonly DateOnly Today = new(2026, 5, 11), Accepted = new(2026, 3, 11);

    public static async Task<int> RunAsync(Options options)
    {
        var (open, closed, due) = (options.Number("--open", 1_000_000), options.Number("--closed", 1_000_000), options.Number("--due", 2_000));
        await using var rows = await CaseRows.CreateAsync();
        var ids = await rows.AddAcceptedAsync(due, _ => Accepted);
        Progress.Say($"seeding {open:N0} open petitions");
        await rows.MultiplyAsync(ids[0], open, new() { ["watch_on"] = $"date '{Today:yyyy-MM-dd}' + 1 + n % 300", ["next_due_on"] = $"date '{Today:yyyy-MM-dd}' + 8 + n % 300" });
        rows.Today(Today);
        var (before, found) = await FindAsync(rows);
        Progress.Say($"found {found} of {due} in {before:0} ms; seeding {closed:N0} closed ones");

        await rows.MultiplyAsync(ids[0], closed, new() { ["watch_on"] = "null", ["projected_with"] = "null", ["next_due_on"] = "date 'infinity'", ["status"] = "'Completed'" });
        var (after, again) = await FindAsync(rows);
        var plan = await rows.ReadAsync($"""
            explain (analyze, buffers) select watch_on, id from petition
            where watch_on <= date '{Today:yyyy-MM-dd}' and (watch_on, id) > (date '0001-01-01', '00000000-0000-0000-0000-000000000000'::uuid) order by watch_on, id limit 500
            """);
        plan.ForEach(Console.WriteLine);

        Progress.Say("telling, two replicas beside each other");
        var start = Stopwatch.GetTimestamp();
        var told = await Task.WhenAll(rows.Watch().ScanAsync(CancellationToken.None), rows.Watch().ScanAsync(CancellationToken.None));
        var telling = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await rows.Watch().ScanAsync(CancellationToken.None);
        var rowsTold = int.Parse((await rows.ReadAsync("select count(*) from told_term"))[0], CultureInfo.InvariantCulture);
        var events = int.Parse((await rows.ReadAsync("select count(*) from outbox"))[0], CultureInfo.InvariantCulture);

        var fast = found == due && again == due && before < 2000 && after < 2000 && after < before * 3 + 50;
        var once = rowsTold == due && events == due && told.Sum() == due;
        Console.WriteLine(JsonSerializer.Serialize(new { command = "deadlines", open, closed, due, findMs = Math.Round(before, 1), findWithClosedMs = Math.Round(after, 1), indexOnly = plan.Exists(line => line.Contains("Index Only Scan", StringComparison.Ordinal)), tellPerSecond = Math.Round(due / telling), told = rowsTold, events, ok = fast && once }));
        return fast && once ? 0 : 1;
    }

    private static async Task<(double Milliseconds, int Found)> FindAsync(CaseRows rows)
    {
        var watch = rows.Watch();
        var best = double.MaxValue;
        var found = 0;
        for (var round = 0; round < 5; round++)
        {
            var start = Stopwatch.GetTimestamp();
            found = 0;
            DeadlineWatch.Due? last = null;
            while (await watch.NextAsync(last, CancellationToken.None) is { Count: > 0 } some) (found, last) = (found + some.Count, some[^1]);
            if (round > 0) best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds); // the first round compiles
        }
        return (best, found);
    }
}
