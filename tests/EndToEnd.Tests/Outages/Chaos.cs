using System.Collections.Concurrent;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Outages;

/// <summary>Processes are killed while petitions run through. Nothing may be lost, nothing may happen twice.</summary>
[Collection(nameof(BreakableSystem))]
public sealed class Chaos(BreakableSystem system)
{
    private const int PetitionsPerVictim = 10;
    private static readonly string[] Victims = ["intake", "case-handling", "department-feed", "messaging"];
    private static readonly string[] Holders = ["120104-zjw", "120104-cgw", "120104-rsj", "120104003"];

    [Fact]
    public async Task Killed_services_and_a_killed_broker_lose_nothing_and_do_nothing_twice()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var departments = await DepartmentQueues.ListenAsync(system.Broker, ct);
        var played = new ConcurrentBag<(Filed Filed, string Holder)>();
        var kills = new List<string>();

        for (var i = 0; i < Victims.Length; i++)
        {
            var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var playing = Parallel.ForEachAsync(Enumerable.Range(1000 + i * PetitionsPerVictim, PetitionsPerVictim), new ParallelOptions { MaxDegreeOfParallelism = 5, CancellationToken = ct }, async (n, stop) =>
            {
                var holder = Holders[n % Holders.Length];
                var filed = await system.People.FileAsync(n, stop);
                await system.People.ClassifyAsync(filed.Id, stop);
                await system.People.ForwardAsync(filed.Id, holder, stop);
                underWay.TrySetResult();
                await system.People.ReachedAsync($"{holder}.officer", "case-handling", filed.Id, "Received", stop);
                await system.People.HandleAsync(filed.Id, holder, stop);
                played.Add((filed, holder));
            });
            await Task.WhenAny(underWay.Task, playing);
            kills.Add($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {Victims[i]}");
            await system.KillAsync(Victims[i], ct);
            await playing;
        }

        await Expected.ArriveAsync(departments, [.. played.Select(p => p.Filed.Id)], Expected.ForOffice.Length + Expected.ForHolder.Length, TimeSpan.FromSeconds(60), ct);
        var wrong = new ConcurrentBag<string>(played.SelectMany(p => Expected.Differences(departments, p.Filed.Id, p.Holder, Expected.ForOffice, Expected.ForHolder)));
        await Parallel.ForEachAsync(played, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (p, stop) =>
        {
            foreach (var difference in await StandAsync(p.Filed, stop)) wrong.Add(difference);
        });
        foreach (var gap in await GapsAsync(ct)) wrong.Add(gap);
        Assert.Equal(Victims.Length * PetitionsPerVictim, played.Count);
        Assert.True(wrong.IsEmpty, wrong.IsEmpty ? "" : string.Join('\n', [.. wrong, .. kills, .. await FeedOfAsync(played.Select(p => p.Filed.Id).Where(id => wrong.Any(w => w.StartsWith($"{id}", StringComparison.Ordinal))), ct)]));
    }

    /// <summary>When the feed heard of each fact and when it happened: which kill an event met.</summary>
    private async Task<IReadOnlyList<string>> FeedOfAsync(IEnumerable<Guid> petitions, CancellationToken ct)
    {
        List<string> lines = [];
        foreach (var petition in petitions)
            lines.AddRange(await Rows.ReadAsync(system, "department-feed",
                $"select to_char(recorded_at, 'HH24:MI:SS.MS') || ' (' || to_char(time, 'HH24:MI:SS.MS') || ') ' || sequence || ' ' || organ || ' ' || type from feed_event where petition_id = '{petition}' order by organ, sequence",
                reader => reader.GetString(0), ct));
        return lines;
    }

    /// <summary>What the citizen sees and what the records say.</summary>
    private async Task<List<string>> StandAsync(Filed filed, CancellationToken ct)
    {
        List<string> wrong = [];
        await Testing.Eventually.Holds(async () => (await system.People.ProgressAsync(filed, ct)).GetProperty("stage").GetString() == "Completed", TimeSpan.FromSeconds(60), ct);
        foreach (var (service, acts) in new[] { ("intake", new[] { "Classify", "Forward" }), ("case-handling", ["Receive", "Claim", "Accept", "HearStatement", "DraftOpinion", "CheckOpinion", "SignOpinion", "Serve", "Complete"]) })
        {
            var verified = await system.People.GetAsync("office-head", $"/api/{service}/petitions/{filed.Id}/record/verification", ct);
            if (!verified.IsDone || !verified.Json.GetProperty("intact").GetBoolean()) wrong.Add($"{filed.Id}: the record of {service} is {verified}");
            var recorded = await Rows.ReadAsync(system, service, $"select act from record where petition_id = '{filed.Id}'", reader => reader.GetString(0), ct);
            foreach (var act in acts)
                if (recorded.Count(a => a == act) is not 1 and var times) wrong.Add($"{filed.Id}: {service} has recorded {act} {times} times");
        }
        return wrong;
    }

    /// <summary>Document numbers run from 1 without a gap, per organ, year and kind (rulings 16).</summary>
    private async Task<List<string>> GapsAsync(CancellationToken ct)
    {
        var numbers = await Rows.ReadAsync(system, "case-handling", "select number from document", reader => reader.GetString(0), ct);
        numbers.AddRange(await Rows.ReadAsync(system, "intake", "select number from document where number is not null", reader => reader.GetString(0), ct));
        return [.. numbers.Select(number => (Series: number[..(number.IndexOf('〕') + 1)], Serial: int.Parse(number[(number.IndexOf('〕') + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)))
            .GroupBy(n => n.Series).Where(series => !series.Select(n => n.Serial).Order().SequenceEqual(Enumerable.Range(1, series.Count())))
            .Select(series => $"{series.Key} has the numbers {string.Join(", ", series.Select(n => n.Serial).Order())}")];
    }
}
