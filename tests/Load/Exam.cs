using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// Many people in one exam at once, through the gateway: everybody signs in, begins in the same minute, answers one question after the other with time to think, and
/// hands in. The training service is killed twice meanwhile; what was not acknowledged is sent again, as the page does. Exits 1 if an acknowledged answer is not there
/// afterwards, or anybody has two attempts. Accounts are added to the identity database, for a development system has fewer.
/// </summary>
internal static class Exam
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Asked = ["Review", "Terms", "Roads"]; // what the law's own data make many questions of

    private sealed record Sitting(string Account, Guid Id, IReadOnlyList<(int Number, string Kind, IReadOnlyList<string> Keys)> Questions)
    {
        /// <summary>What the service has said is saved: keys or text, by number.</summary>
        public ConcurrentDictionary<int, string> Acknowledged { get; } = new();
    }

    public static async Task<int> RunAsync(Options options)
    {
        var (people, seconds, questions) = (options.Number("--people", 500), options.Number("--seconds", 120), options.Number("--questions", 40));
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None);
        using var http = Citizen.Client(system.Gateway, 128);
        using var signing = SignIn.ClientOf(system.Gateway);
        var (signIn, latencies) = (new SignIn(signing, SystemUnderTest.DemoPassword), new Latencies());

        var accounts = await AddAccountsAsync(system, people);
        var exam = await OpenAsync(http, await signIn.TokenOf("trainer"), questions);
        var tokens = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (account, ct) => tokens[account] = await signIn.TokenOf(account, ct));
        Progress.Say($"{people} people have signed in");

        var sittings = await Task.WhenAll(accounts.Select(account => BeginAsync(http, latencies, tokens[account], account, exam)));
        Progress.Say("everybody has begun");
        using var end = new CancellationTokenSource();
        var kills = options.Has("--calm") ? Task.FromResult(0) : KillAsync(system, seconds, end.Token);
        await Task.WhenAll(sittings.Select((sitting, n) => AnswerAsync(http, latencies, tokens[sitting.Account], sitting, seconds, new Random(n))));
        Progress.Say("everybody has answered");
        await end.CancelAsync();
        var killed = await kills;
        foreach (var sitting in sittings) await SendAsync(http, latencies, "hand in", tokens[sitting.Account], HttpMethod.Post, $"/api/training/sittings/{sitting.Id}/hand-in", new { });

        var lost = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(sittings, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (sitting, _) => { foreach (var wrong in await CheckAsync(http, latencies, tokens[sitting.Account], sitting)) lost.Add(wrong); });
        var twice = sittings.Length - sittings.Select(sitting => sitting.Id).Distinct().Count();
        foreach (var wrong in lost.Take(10)) Progress.Say(wrong);
        foreach (var (step, value) in latencies.All) Console.WriteLine($"{step,-22}{value.Count,8}  p50 {value.P50,7:0.0}  p95 {value.P95,7:0.0}  p99 {value.P99,7:0.0} ms");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "exam", people, questions, seconds, kills = killed, acknowledged = sittings.Sum(sitting => sitting.Acknowledged.Count), lost = lost.Count, twice,
            p95 = latencies.All.ToDictionary(each => each.Step, each => each.Value.P95),
        }));
        return lost.IsEmpty && twice == 0 ? 0 : 1;
    }

    private static async Task<List<string>> AddAccountsAsync(SystemUnderTest system, int people)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(system.Postgres!) { Database = "identitydb" }.ConnectionString);
        await using var command = database.CreateCommand("""
            insert into account (name, display_name, organ, duties, password_hash, disabled)
            select 'examinee-' || n, '考生' || n, organ, duties, password_hash, false from account, generate_series(1, $1) n where name = '120104-zjw.officer' on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = people });
        await command.ExecuteNonQueryAsync();
        return [.. Enumerable.Range(1, people).Select(n => string.Create(CultureInfo.InvariantCulture, $"examinee-{n}"))];
    }

    private static async Task<Guid> OpenAsync(HttpClient http, string trainer, int questions)
    {
        var calm = new Latencies();
        await SendAsync(http, calm, "issue", trainer, HttpMethod.Post, "/api/training/questions/issue", new { });
        var (exam, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        var plan = new
        {
            title = "Load", minutes = 120, passPercent = 60, attempts = 1, opensAt = now.AddMinutes(-1), closesAt = now.AddHours(4),
            blueprint = Asked.Select((competency, n) => new { competency, count = questions / 3 + (n < questions % 3 ? 1 : 0), points = 2 }),
        };
        await SendAsync(http, calm, "set", trainer, HttpMethod.Put, $"/api/training/exams/{exam}", plan);
        await SendAsync(http, calm, "open", trainer, HttpMethod.Post, $"/api/training/exams/{exam}/opening", new { });
        return exam;
    }

    private static async Task<Sitting> BeginAsync(HttpClient http, Latencies latencies, string token, string account, Guid exam)
    {
        var begun = await SendAsync(http, latencies, "begin", token, HttpMethod.Post, $"/api/training/exams/{exam}/sittings", new { });
        var id = begun.GetProperty("id").GetGuid();
        var sheet = await SendAsync(http, latencies, "read the sheet", token, HttpMethod.Get, $"/api/training/sittings/{id}", null);
        return new(account, id, [.. sheet.GetProperty("questions").EnumerateArray().Select(question => (question.GetProperty("number").GetInt32(), question.GetProperty("kind").GetString()!,
            (IReadOnlyList<string>)[.. question.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("key").GetString()!)]))]);
    }

    private static async Task AnswerAsync(HttpClient http, Latencies latencies, string token, Sitting sitting, int seconds, Random random)
    {
        var pace = TimeSpan.FromSeconds((double)seconds / sitting.Questions.Count);
        foreach (var (number, kind, keys) in sitting.Questions)
        {
            await Task.Delay(pace * (0.5 + random.NextDouble()));
            var (body, told) = kind switch
            {
                "Date" => (new { revision = 0, day = "2026-05-11" }, "2026-05-11"),
                "Order" => ((object)new { revision = 0, keys }, string.Join(',', keys)),
                _ => keys[random.Next(keys.Count)] is var key ? (new { revision = 0, keys = new[] { key } }, key) : default,
            };
            await SendAsync(http, latencies, "answer", token, HttpMethod.Put, $"/api/training/sittings/{sitting.Id}/answers/{number}", body);
            sitting.Acknowledged[number] = told;
        }
    }

    private static async Task<List<string>> CheckAsync(HttpClient http, Latencies latencies, string token, Sitting sitting)
    {
        var sheet = await SendAsync(http, latencies, "read the result", token, HttpMethod.Get, $"/api/training/sittings/{sitting.Id}", null);
        var saved = sheet.GetProperty("questions").EnumerateArray().Where(question => question.GetProperty("answer").ValueKind is JsonValueKind.Object)
            .ToDictionary(question => question.GetProperty("number").GetInt32(), question => question.GetProperty("answer") is var answer && answer.GetProperty("day") is { ValueKind: JsonValueKind.String } day
                ? day.GetString()! : string.Join(',', answer.GetProperty("keys").EnumerateArray().Select(key => key.GetString())));
        return [.. sitting.Acknowledged.Where(each => saved.GetValueOrDefault(each.Key) != each.Value).Select(each => $"{sitting.Account}, question {each.Key}: {each.Value} was acknowledged, {saved.GetValueOrDefault(each.Key) ?? "nothing"} is there")];
    }

    /// <summary>Sends until it is answered. Each answered try counts for the latency of the step; the time until the yes, tries and waits included, for "… until saved".</summary>
    private static async Task<JsonElement> SendAsync(HttpClient http, Latencies latencies, string step, string token, HttpMethod method, string path, object? body)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: Citizen.Json) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                var tried = Stopwatch.GetTimestamp();
                using var response = await http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode)
                {
                    latencies.Add(step, Stopwatch.GetElapsedTime(tried).TotalMilliseconds);
                    if (step is "answer") latencies.Add("answer until saved", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    return JsonSerializer.Deserialize<JsonElement>(text);
                }
                if (response.StatusCode < HttpStatusCode.InternalServerError) throw new InvalidOperationException($"{step} answered {(int)response.StatusCode}: {text}");
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < Patience)
            {
                // The gateway lost the service under way: whether it was done is not known, so it is done again.
            }
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new TimeoutException($"{step} was not answered");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static async Task<int> KillAsync(SystemUnderTest system, int seconds, CancellationToken ct)
    {
        var killed = 0;
        try
        {
            for (var third = 1; third <= 2; third++)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds / 3.0), ct);
                Progress.Say("kill -9 training");
                await system.KillAsync("training", CancellationToken.None);
                Progress.Say("training is back");
                killed++;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Progress.Say("the exam ended before the service had been killed twice; use a larger --seconds");
        }
        return killed;
    }
}
