using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>What the dashboard asks, at many petitions: each question again and again by four clients; p95 of each and of all together.</summary>
internal static class Dashboard
{
    private static readonly string[] Questions =
    [
        "/measures?from=2025-01-01&until=2026-01-01", "/measures?from=2025-06-01&until=2025-07-01&basis=Registered", "/measures?from=2025-06-09&until=2025-06-16", "/measures?from=2022-01-01&until=2027-01-01",
        "/measures?from=2025-01-01&until=2026-01-01&organ=120104-zjw", "/counts?by=Street&from=2025-01-01&until=2026-01-01", "/counts?by=Content&from=2025-01-01&until=2026-01-01", "/counts?by=Organ&from=2025-01-01&until=2026-01-01",
        "/counts?by=Channel&from=2025-01-01&until=2026-01-01&organ=120104-zjw", "/measures/K-00/months?from=2025-01-01&until=2026-01-01", "/measures/K-02/ranking?by=Organ&from=2025-01-01&until=2026-01-01", "/cohorts?from=2025-01-01&until=2026-01-01",
        "/petitions?counter=unanswered-overdue&from=2025-01-01&until=2026-01-01", "/petitions?counter=office-late&from=2025-01-01&until=2026-01-01&organ=120104-zjw",
    ];

    public static async Task<int> RunAsync(Options options)
    {
        var (petitions, seconds, clients) = (options.Number("--petitions", 1_000_000), options.Number("--seconds", 20), options.Number("--clients", 4));
        await using var app = await InsightAtScale.CreateAsync(options, petitions);
        app.Start();
        await Testing.Eventually.Holds(async () => await InsightAtScale.One(Source(app), "select count(*) from stale_month") == 0 && await InsightAtScale.One(Source(app), "select count(*) from counted_state") == 1, TimeSpan.FromMinutes(10));
        await AskAsync(app, new Latencies(), 3, clients);
        var latencies = new Latencies();
        Progress.Say("asking");
        await AskAsync(app, latencies, seconds, clients);
        foreach (var (step, value) in latencies.All) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-80} n {value.Count,5}  p50 {value.P50,7:0.0}  p95 {value.P95,7:0.0}  p99 {value.P99,7:0.0} ms"));
        var worst = latencies.All.Max(step => step.Value.P95);
        var all = latencies.All.Single(step => step.Step == "all").Value;
        Console.WriteLine(JsonSerializer.Serialize(new { command = "dashboard", petitions, clients, questions = Questions.Length, asked = all.Count, allP50 = all.P50, allP95 = all.P95, worstP95 = worst, ok = worst < 300 }));
        return worst < 300 ? 0 : 1;
    }

    private static Npgsql.NpgsqlDataSource Source(InsightAtScale app) => Npgsql.NpgsqlDataSource.Create(app.Database);

    private static Task AskAsync(InsightAtScale app, Latencies latencies, int seconds, int clients) => Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
    {
        using var leader = app.CreateClient().As("leader");
        var start = Stopwatch.GetTimestamp();
        for (var n = client; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; n++)
        {
            var (question, from) = (Questions[n % Questions.Length], Stopwatch.GetTimestamp());
            using var answer = await leader.GetAsync(new Uri(question, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            latencies.Add(question, took);
            latencies.Add("all", took);
        }
    }));
}
