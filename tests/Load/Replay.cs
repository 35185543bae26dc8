using System.Collections.Concurrent;
using System.Text.Json;

namespace Xinfang.Load;

/// <summary>
/// Real messages filed through the gateway as citizens; a clerk, officers, heads and the office head act through the API; every
/// department's queue is consumed with a plain AMQP client. Fails if anything is lost, doubled, out of order or wrong.
/// </summary>
internal static class Replay
{
    public static async Task<int> RunAsync(Options options)
    {
        var messages = Message.Read(options["--file"] ?? throw new ArgumentException("replay needs --file"), options.Number("--count", 500));
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None);
        var latencies = new Latencies();
        var people = new People(system.Gateway, latencies);
        await people.SignInAsync(Plan.Organs);
        await using var departments = await Departments.ConsumeAsync(system.Broker, [.. Plan.Organs, Plan.Office], latencies, CancellationToken.None);

        using var stop = new CancellationTokenSource();
        var chaos = options.Has("--chaos") ? Chaos.RunAsync(system, stop.Token) : Task.CompletedTask;
        var results = await PlayAsync(messages, people, departments, options.Number("--clients", 8));
        await stop.CancelAsync();
        await chaos;

        var expected = results.SelectMany(r => r.Expected).ToHashSet();
        await departments.WaitForAsync(expected, TimeSpan.FromMinutes(2));
        Progress.Say("checking every petition's record and progress");
        var wrong = await people.CheckAsync(results);
        return Report(options, results, departments.Count(expected), latencies, wrong);
    }

    private static async Task<IReadOnlyList<Played>> PlayAsync(IReadOnlyList<Message> messages, People people, Departments departments, int clients)
    {
        var results = new ConcurrentBag<Played>();
        await Parallel.ForEachAsync(messages.Index(), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (message, ct) =>
        {
            results.Add(await new Journey(people, departments, message.Index, message.Item).PlayAsync(ct));
            if (results.Count % 50 == 0) Progress.Say($"{results.Count} of {messages.Count} journeys ended");
        });
        return [.. results.OrderBy(r => r.Index)];
    }

    private static int Report(Options options, IReadOnlyList<Played> results, FeedCount feed, Latencies latencies, IReadOnlyList<string> wrong)
    {
        var steps = Enum.GetValues<Step>().ToDictionary(step => step.ToString(), step => results.Count(r => r.Steps.Contains(step)));
        foreach (var (step, count) in steps) Console.WriteLine($"{step,-14}{count,8}");
        Console.WriteLine($"feed events   expected {feed.Expected}, received {feed.Received}, redelivered {feed.Redelivered}, duplicate {feed.Duplicate}, missing {feed.Missing}, foreign {feed.Foreign}, out of order {feed.OutOfOrder}");
        Console.WriteLine($"{"latency ms",-26}{"count",8}{"p50",10}{"p95",10}{"p99",10}");
        foreach (var (step, p) in latencies.All) Console.WriteLine($"{step,-26}{p.Count,8}{p.P50,10:0.0}{p.P95,10:0.0}{p.P99,10:0.0}");
        foreach (var text in wrong.Take(20)) Console.WriteLine($"WRONG: {text}");
        foreach (var text in feed.Examples.Take(20)) Console.WriteLine($"FEED: {text}");

        var broken = wrong.Count > 0 || feed.Missing > 0 || feed.Duplicate > 0 || feed.Foreign > 0 || feed.OutOfOrder > 0
            || (!options.Has("--chaos") && feed.Redelivered > 0)
            || results.Any(r => !r.Steps.Contains(Step.Filed));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "replay",
            chaos = options.Has("--chaos"),
            ok = !broken,
            steps,
            feed = new { feed.Expected, feed.Received, feed.Redelivered, feed.Duplicate, feed.Missing, feed.Foreign, feed.OutOfOrder },
            wrong = wrong.Count,
            latencies = latencies.All.ToDictionary(l => l.Step, l => l.Value),
        }));
        return broken ? 1 : 0;
    }
}

/// <summary>What can happen to a petition in a replay.</summary>
internal enum Step { Filed, Registered, Routed, Contested, Returned, Accepted, Declined, Extended, Decided, Served, Completed, Rated }

/// <summary>One petition at the end of its journey.</summary>
internal sealed record Played(int Index, Guid Id, string Number, string QueryCode, string LastFour, string Stage,
    IReadOnlySet<Step> Steps, IReadOnlySet<FeedKey> Expected);

/// <summary>An event that an organ must receive exactly once. The count tells equal events of one petition apart.</summary>
internal sealed record FeedKey(string Organ, Guid Petition, string Type, int Nth = 1);

/// <summary>A real message; only topic and detail are read.</summary>
internal sealed record Message(string Topic, string Detail)
{
    public static IReadOnlyList<Message> Read(string path, int count) => [.. File.ReadLines(path).Take(count).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return new Message(json.RootElement.GetProperty("topic").GetString()!, json.RootElement.GetProperty("detail").GetString()!);
    })];
}
