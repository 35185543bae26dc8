using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// Candidates of repeat petitions and the search of the desk among a million petitions, through the service, while petitions are being filed; and whether the
/// search finds what it should and nothing else, by a test set whose answers are known.
/// </summary>
internal static class RepeatAtScale
{
    // As the migrations made them: dropped while the rows are written and made again behind them, which is a third of the time.
    private const string Indexes = "select indexdef from pg_indexes where tablename in ('petition', 'dossier', 'matter', 'search_terms') and indexname not like 'pk_%' order by indexdef";

    public static async Task<int> RunAsync(Options options)
    {
        var (count, rate, seconds) = (options.Number("--petitions", 1_000_000), options.Number("--rate", 50), options.Number("--seconds", 30));
        var model = TextModel.Learn(LoadedMessage.Read(options["--stream"] ?? throw new ArgumentException("repeat-at-scale --stream FILE")));
        var questions = SearchQuestions.All(model.Words);
        await using var app = await ScaleApp.CreateAsync(options["--postgres"], $"scale_{count}");
        await using var database = NpgsqlDataSource.Create(app.Database + ";Command Timeout=0");
        await app.MigrateAsync();
        var built = await ReadAsync(database, "select to_regclass('scale_answer') is not null") is ["True"] ? 0 : await BuildAsync(database, model, questions, count);

        app.Start();
        var latencies = new Latencies();
        await WarmAsync(app, database, questions);
        using var stop = new CancellationTokenSource();
        Progress.Say($"filing {rate} a second");
        var filing = new Filing(app, model, latencies, rate);
        var filed = filing.RunAsync(stop.Token);
        var load = await LoadAsync();
        await CandidatesAsync(app, database, latencies, seconds);
        await SearchesAsync(app, questions, latencies, seconds);
        var loadAfter = await LoadAsync();
        await stop.CancelAsync();
        await filed;
        var fresh = await filing.FoundAtOnceAsync();
        var right = await SearchChecks.RunAsync(app, database, questions);

        foreach (var (step, value) in latencies.All) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-34} n {value.Count,5}  p50 {value.P50,7:0.0}  p95 {value.P95,7:0.0}  p99 {value.P99,7:0.0} ms"));
        var sizes = await ReadAsync(database, "select relname || ' ' || pg_size_pretty(pg_relation_size(oid)) from pg_class where relname in ('petition', 'dossier', 'matter', 'search_terms', 'ix_matter_grams', 'ix_search_terms_grams') order by 1");
        sizes.ForEach(Console.Error.WriteLine);
        var steps = latencies.All.ToDictionary(step => step.Step, step => step.Value);
        var ok = steps["candidates"].P99 < 50 && steps["search"].P95 < 100 && right.Precision > 0.999 && right.Recall > 0.999 && fresh;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "repeat-at-scale", petitions = count, rate, filed = filing.Count, builtSeconds = built, loadBefore = load, loadAfter,
            candidatesP50 = steps["candidates"].P50, candidatesP95 = steps["candidates"].P95, candidatesP99 = steps["candidates"].P99,
            searchP50 = steps["search"].P50, searchP95 = steps["search"].P95, searchP99 = steps["search"].P99,
            fileP50 = steps["file"].P50, fileP95 = steps["file"].P95, fileP99 = steps["file"].P99,
            queries = questions.Count, precision = Math.Round(right.Precision, 4), recall = Math.Round(right.Recall, 4), wrong = right.Wrong, freshFound = fresh, sizes, ok,
        }));
        return ok ? 0 : 1;
    }

    private static async Task<double> BuildAsync(NpgsqlDataSource database, TextModel model, List<Question> questions, int count)
    {
        var start = Stopwatch.GetTimestamp();
        Progress.Say($"writing {count:N0} petitions");
        var indexes = await ReadAsync(database, Indexes);
        foreach (var index in indexes) await ReadAsync(database, $"drop index {index.Split(' ', StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("ix_", StringComparison.Ordinal))}");
        var people = new PersonalData(new ConfigurationBuilder().AddInMemoryCollection([new("PersonalData:Key", "load"), new("PersonalData:SearchKey", "load")]).Build());
        var rows = new ScaleRows(database, people, model, count);
        await rows.WriteAsync(questions);
        foreach (var index in indexes)
        {
            Progress.Say(index);
            await ReadAsync(database, $"set maintenance_work_mem = '2GB'; {index}");
        }
        Progress.Say("vacuum analyze");
        await ReadAsync(database, "vacuum analyze");
        await ReadAsync(database, "create table scale_answer (question int primary key, ids uuid[] not null); create table scale_id (id uuid)");
        for (var q = 0; q < questions.Count; q++)
        {
            await using var insert = database.CreateCommand("insert into scale_answer values ($1, $2)");
            insert.Parameters.Add(new() { Value = q });
            insert.Parameters.Add(new() { Value = rows.Answers.TryGetValue(q, out var ids) ? ids.ToArray() : [] });
            await insert.ExecuteNonQueryAsync();
        }
        await using (var ids = database.CreateCommand("insert into scale_id select unnest($1)"))
        {
            ids.Parameters.Add(new() { Value = rows.Ids.ToArray() });
            await ids.ExecuteNonQueryAsync();
        }
        return Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task WarmAsync(ScaleApp app, NpgsqlDataSource database, List<Question> questions)
    {
        var unused = new Latencies();
        await CandidatesAsync(app, database, unused, 5);
        await SearchesAsync(app, questions, unused, 5);
    }

    private static async Task CandidatesAsync(ScaleApp app, NpgsqlDataSource database, Latencies latencies, int seconds)
    {
        Progress.Say("candidates");
        using var clerk = app.CreateClient().As("clerk");
        var ids = await ReadAsync(database, $"select id from scale_id order by md5(id::text || '{seconds}') limit 20000");
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < ids.Count && Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; i++)
        {
            var id = ids[i];
            using var answer = await latencies.TimeAsync("candidates", () => clerk.GetAsync(new Uri($"/petitions/{id}/candidates", UriKind.Relative)));
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task SearchesAsync(ScaleApp app, List<Question> questions, Latencies latencies, int seconds)
    {
        Progress.Say("searches");
        using var clerk = app.CreateClient().As("clerk");
        var (start, random) = (Stopwatch.GetTimestamp(), new Random(7));
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            foreach (var question in questions.OrderBy(_ => random.Next()).ToList())
            {
                var from = Stopwatch.GetTimestamp();
                using var answer = await clerk.PostAsJsonAsync(new Uri("/search", UriKind.Relative), question.Body, JsonRules.Client);
                answer.EnsureSuccessStatusCode();
                var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                latencies.Add("search", took);
                latencies.Add($"search, {question.Kind}", took);
            }
    }

    private static async Task<string> LoadAsync() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];

    internal static async Task<List<string>> ReadAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync()) lines.Add(reader.GetValue(0).ToString()!);
        return lines;
    }
}
