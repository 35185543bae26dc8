using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Xinfang.Load;

/// <summary>
/// Submissions per second through the gateway and past it, against the same rows inserted by plain Npgsql in one statement and
/// transaction, alternating in the same run so that the machine's moods hit all three alike. Before each measurement the work that the
/// one before has left (relay, broker, feed) is waited for; how long that takes is told, too.
/// </summary>
internal static class Throughput
{
    private sealed record Sample(string Way, int Requests, double Seconds, Percentiles Latency, IReadOnlyDictionary<string, double> CpuMsPerRequest, double SettledAfter)
    {
        public double PerSecond => Requests / Seconds;

        /// <summary>With everything that follows a submission done as well, up to the departments' queues.</summary>
        public double SustainedPerSecond => Requests / (Seconds + SettledAfter);
    }

    public static async Task<int> RunAsync(Options options)
    {
        var (clients, seconds, rounds) = (options.Number("--clients", 16), options.Number("--seconds", 8), options.Number("--rounds", 3));
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None);
        using var gateway = Citizen.Client(system.Gateway, clients);
        using var direct = Citizen.Client(system.Intake ?? throw new ArgumentException("--intake is needed"), clients);
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(system.Postgres
            ?? throw new ArgumentException("--postgres is needed")) { MaxPoolSize = clients + 4, MaxAutoPrepare = 20, AutoPrepareMinUsages = 1 });

        var through = Posting(gateway, "/api/intake/petitions");
        var past = Posting(direct, "/petitions");
        Progress.Say("warming up");
        await WarmAsync(system, clients, options.Number("--warm", 10), through, past);
        var rows = await SameRows.LearnAsync(database, await Citizen.SubmitAsync(gateway, "/api/intake/petitions"));
        Progress.Say($"one submission writes {rows.Description}");

        var samples = new List<Sample>();
        foreach (var round in Enumerable.Range(1, rounds))
        {
            samples.Add(await MeasureAsync("gateway", system, clients, seconds, through));
            samples.Add(await MeasureAsync("npgsql", system, clients, seconds, () => rows.InsertAsync(database)));
            samples.Add(await MeasureAsync("direct", system, clients, seconds, past));
            Progress.Say($"round {round}: " + string.Join(", ", samples.TakeLast(3).Select(s => $"{s.Way} {s.PerSecond:0}/s p99 {s.Latency.P99} ms")));
        }
        return Report(samples, clients);
    }

    private static Func<Task> Posting(HttpClient client, string path) => () => Citizen.FileAsync(client, path);

    /// <summary>Just-in-time compilation rests on the way for some seconds (tiers), so that the first round would measure the compiler.</summary>
    private static async Task WarmAsync(SystemUnderTest system, int clients, int seconds, params Func<Task>[] ways)
    {
        foreach (var way in ways) await MeasureAsync("warm", system, clients, seconds, way);
    }

    private static async Task<Sample> MeasureAsync(string way, SystemUnderTest system, int clients, int seconds, Func<Task> once)
    {
        var latencies = new ConcurrentBag<double>();
        var before = Cpu.Of(system);
        var start = Stopwatch.GetTimestamp();
        var end = start + seconds * Stopwatch.Frequency;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetTimestamp() is var began && began < end)
            {
                await once();
                latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = Cpu.Of(system);
        var cpu = after.ToDictionary(p => p.Key, p => Math.Round((p.Value - before.GetValueOrDefault(p.Key)) / latencies.Count, 3));
        return new(way, latencies.Count, elapsed, Percentiles.Of(latencies), cpu, await SettleAsync(system));
    }

    /// <summary>Waits until the processes of the system have used less than a tenth of a core for half a second. Returns the seconds until then.</summary>
    private static async Task<double> SettleAsync(SystemUnderTest system)
    {
        const int Window = 500;
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(Window));
        for (var used = Cpu.Of(system).Values.Sum(); await timer.WaitForNextTickAsync();)
        {
            var now = Cpu.Of(system).Values.Sum();
            if (now - used < Window / 10 || Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(2)) break;
            used = now;
        }
        return Math.Max(0, Stopwatch.GetElapsedTime(start).TotalSeconds - Window / 1000.0);
    }

    private static int Report(List<Sample> samples, int clients)
    {
        var ways = samples.GroupBy(s => s.Way).ToDictionary(g => g.Key, g => new
        {
            perSecond = Math.Round(Median(g.Select(s => s.PerSecond))),
            sustainedPerSecond = Math.Round(Median(g.Select(s => s.SustainedPerSecond))),
            p50 = Median(g.Select(s => s.Latency.P50)),
            p95 = Median(g.Select(s => s.Latency.P95)),
            p99 = Median(g.Select(s => s.Latency.P99)),
            cpuMsPerRequest = g.Last().CpuMsPerRequest,
        });
        Console.WriteLine($"{"way",-10}{"per second",12}{"sustained",12}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}");
        foreach (var (way, f) in ways) Console.WriteLine($"{way,-10}{f.perSecond,12:0}{f.sustainedPerSecond,12:0}{f.p50,10:0.0}{f.p95,10:0.0}{f.p99,10:0.0}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "throughput",
            clients,
            ratio = Math.Round(ways["gateway"].perSecond / ways["npgsql"].perSecond, 3),
            gatewayToDirect = Math.Round(ways["gateway"].perSecond / ways["direct"].perSecond, 3),
            ways,
        }));
        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

/// <summary>CPU time of the system's processes, from /proc.</summary>
internal static class Cpu
{
    private const double MillisecondsPerTick = 10; // USER_HZ is 100 on every Linux that .NET supports

    public static Dictionary<string, double> Of(SystemUnderTest system)
    {
        var processes = system.Processes();
        var result = processes.Where(p => p.Key != "postgres").ToDictionary(p => p.Key, p => OfProcess(p.Value));
        if (processes.TryGetValue("postgres", out var postmaster)) result["postgres"] = OfFamily(postmaster);
        result["clients"] = OfProcess(Environment.ProcessId);
        return result;
    }

    /// <summary>PostgreSQL works in one process per connection; finished children are in the parent's cumulated time.</summary>
    private static double OfFamily(int parent)
    {
        var children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return OfProcess(parent, withFinishedChildren: true) + children.Sum(child => OfProcess(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static double OfProcess(int id, bool withFinishedChildren = false)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[11..(withFinishedChildren ? 15 : 13)].Sum(f => double.Parse(f, System.Globalization.CultureInfo.InvariantCulture)) * MillisecondsPerTick;
        }
        catch (IOException)
        {
            return 0; // ended between listing and reading
        }
    }
}

/// <summary>A made-up citizen who files a petition of ordinary length.</summary>
internal static class Citizen
{
    private static long _counter;

    public static HttpClient Client(Uri address, int connections) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        AutomaticDecompression = DecompressionMethods.None,
    }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };

    public static async Task<Guid> SubmitAsync(HttpClient client, string path)
    {
        using var response = await PostAsync(client, path);
        return (await response.Content.ReadFromJsonAsync<Filed>())!.Id;
    }

    /// <summary>Submits and looks at the status alone: what the clients themselves cost is taken from the system under test.</summary>
    public static async Task FileAsync(HttpClient client, string path) => (await PostAsync(client, path)).Dispose();

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path)
    {
        var body = new ByteArrayContent(Bodies[Interlocked.Increment(ref _counter) % Bodies.Length]) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        var response = await client.SendAsync(request);
        if (response.StatusCode is HttpStatusCode.Created) return response;
        using (response) throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly byte[][] Bodies = [.. Enumerable.Range(0, 1000).Select(n => JsonSerializer.SerializeToUtf8Bytes(Body(n), Json))];

    private static object Body(long n) => new
    {
        petitioner = new { name = $"试测{n % 1000}", phone = $"1300000{n % 10_000:0000}", address = $"示例路{n % 500}号", anonymous = false },
        subject = $"示例小区{n % 300}号楼下水管道返水",
        facts = string.Concat(Enumerable.Range(0, 12).Select(i => $"第{i + 1}次反映是在上月{(n + i) % 28 + 1}日，物业和产权单位都说不归自己管，水已经漫到一楼走廊第{(n * 7 + i) % 90}号门口。")),
        claims = new[] { "修好返水的下水管道", "赔偿被水泡坏的地板" },
        category = "Redress",
        street = $"1201040{n % 12 + 1:00}",
        electronicService = true,
        truthful = true,
        privacyVersion = "2026-11",
    };

    private sealed record Filed(Guid Id);
}
