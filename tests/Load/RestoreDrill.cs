using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xinfang.Backup;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// The drill: petitions are filed, handled and decided, departments acknowledge, and meanwhile a whole backup is taken; an instant is noted in the middle of
/// the work; the work ends, the changes are saved. One system is restored to the instant, another as far as the backup reaches. Exits 1 if anything that was
/// acknowledged before is missing, changed or there twice, or a chain does not verify.
/// </summary>
internal static class RestoreDrill
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(Options options)
    {
        var folder = Directory.CreateDirectory(Path.Combine("/tmp", "xinfang-drill-" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)[^12..])).FullName;
        string In(string name) => Path.Combine(folder, name);
        var (store, figures) = (new Store(In("backups")), new Dictionary<string, object>());
        var recipient = await Age.NewKeyAsync(In("key"), CancellationToken.None);
        try
        {
            var first = await WorkAsync(options, In("first"), store, recipient, figures);
            var wrong = new List<string>();
            await ToInstantAsync(options, store, In("key"), In("second"), first, figures, wrong);
            await ToTheEndAsync(options, store, In("key"), In("third"), first, figures, wrong);
            foreach (var text in wrong.Take(20)) Console.WriteLine($"WRONG: {text}");
            Console.WriteLine(JsonSerializer.Serialize(new { command = "restore-drill", ok = wrong.Count == 0, wrong = wrong.Count, figures }));
            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first system, as it was at the instant and at its end.</summary>
    private sealed record First(Told Instant, Told End, IReadOnlyDictionary<string, string> Rows, IReadOnlyDictionary<(string, Guid, int), string> Record,
        IReadOnlyList<string> DecidedByInstant, IReadOnlyDictionary<Guid, DateTime> Acknowledged, IReadOnlySet<Guid> Feed, string Files);

    private static async Task<First> WorkAsync(Options options, string data, Store store, string recipient, Dictionary<string, object> figures)
    {
        var messages = options["--file"] is { } file ? Message.Read(file, options.Number("--count", 150)) : DrillWork.MadeUp(options.Number("--count", 150));
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None, data);
        var (latencies, saved) = (new Latencies(), RunningSystem.In(data, null, Progress.Say));
        var (people, rows, work) = (new People(system.Gateway, latencies), new DrillRows(saved.Environment()), new DrillWork());
        await people.SignInAsync(Plan.Organs);
        await using var departments = await Departments.ConsumeAsync(system.Broker, [.. Plan.Organs, Plan.Office], latencies, CancellationToken.None);

        var playing = work.PlayAsync(system, messages, people, departments, options.Number("--clients", 6));
        await work.ReachAsync(playing, messages.Count / 3);
        var (endedBefore, start) = (work.Ended.Count, Stopwatch.GetTimestamp());
        await TakeBackup.RunAsync(saved, store, recipient, 14, Progress.Say, CancellationToken.None);
        figures["backup"] = new { seconds = Seconds(start), journeysEndedMeanwhile = work.Ended.Count - endedBefore, megabytes = Size(store.Folder) };
        await work.ReachAsync(playing, messages.Count * 2 / 3);
        var instant = await work.ToldAsync(rows, departments);
        await playing;
        await departments.WaitForAsync(work.Ended.SelectMany(played => played.Expected).ToHashSet(), Patience);
        await Eventually.Holds(rows.RestsAsync, Patience);

        start = Stopwatch.GetTimestamp();
        // The system rests when the rows are the same before the changes are saved and after.
        var (before, after) = (await rows.FingerprintAsync(), (IReadOnlyDictionary<string, string>)new Dictionary<string, string>());
        while (!Same(before, after))
        {
            if (after.Count > 0) before = after;
            await TakeChanges.RunAsync(saved, store, Progress.Say, CancellationToken.None);
            after = await rows.FingerprintAsync();
        }
        figures["changes"] = new { seconds = Seconds(start), megabytes = Size(store.Folder) };
        return new(instant, await work.ToldAsync(rows, departments), after, await rows.RecordAsync(), await DecidedAsync(rows, instant), await rows.AcknowledgedAsync(), await rows.FeedAsync(), saved.Files);
    }

    /// <summary>In the middle of the work: what had been acknowledged is there, what was on its way arrives, what came later is not there.</summary>
    private static async Task ToInstantAsync(Options options, Store store, string key, string data, First first, Dictionary<string, object> figures, List<string> wrong)
    {
        var (told, onTheWay, inBroker, start, attachments) = (first.Instant, 0, 0, Stopwatch.GetTimestamp(), (IReadOnlyDictionary<Guid, string>)new Dictionary<Guid, string>());
        var restored = await Restore.RunAsync(store, key, data, told.At, Progress.Say, CancellationToken.None, async server =>
        {
            var rows = new DrillRows(server);
            (onTheWay, inBroker) = (await rows.UnhandledAsync(), await rows.UnhandledAsync(inBroker: true));
            foreach (var (link, hash) in await rows.RecordAsync())
                if (first.Record.GetValueOrDefault(link) != hash) wrong.Add($"record {link} differs from the first system's");
            if (!first.DecidedByInstant.SequenceEqual(await DecidedAsync(rows, told))) wrong.Add("documents of decided petitions differ");
            var acknowledged = await rows.AcknowledgedAsync();
            wrong.AddRange(told.Acknowledged.Where(id => !acknowledged.TryGetValue(id, out var at) || at != first.Acknowledged[id]).Select(id => $"acknowledgement of {id} is missing"));
            attachments = await rows.AttachmentsAsync();
            wrong.AddRange(told.Filed.Except(await rows.PetitionsAsync()).Select(id => $"petition {id} is missing"));
            if ((await rows.FeedAsync()).Except(first.Feed).Any()) wrong.Add("the feed holds events that the first system never told");
        });
        var seconds = Seconds(start);
        SameFiles(first.Files, restored.Data, attachments, told, wrong);
        if (restored.Until > told.At) wrong.Add($"restored to {restored.Until:O}, after {told.At:O}");
        var feed = await CheckAsync(options, data, told, wrong);
        figures["toInstant"] = new { seconds, filed = told.Filed.Count, ended = told.Ended.Count, decided = told.Ended.Count(played => played.Steps.Contains(Step.Decided)), acknowledged = told.Acknowledged.Count, attachments = attachments.Count, onTheWay, inBroker, sentAgain = restored.SentAgain, publishedAgain = restored.PublishedAgain, feedExpected = feed.Expected, feed.Missing, feed.Duplicate, feed.OutOfOrder };
    }

    /// <summary>Everything: row by row the same as at the end of the first system.</summary>
    private static async Task ToTheEndAsync(Options options, Store store, string key, string data, First first, Dictionary<string, object> figures, List<string> wrong)
    {
        var (start, attachments) = (Stopwatch.GetTimestamp(), (IReadOnlyDictionary<Guid, string>)new Dictionary<Guid, string>());
        var restored = await Restore.RunAsync(store, key, data, until: null, Progress.Say, CancellationToken.None, async server =>
        {
            attachments = await new DrillRows(server).AttachmentsAsync();
            var rows = await new DrillRows(server).FingerprintAsync();
            wrong.AddRange(first.Rows.Keys.Union(rows.Keys).Where(table => first.Rows.GetValueOrDefault(table) != rows.GetValueOrDefault(table))
                .Select(table => $"{table}: {first.Rows.GetValueOrDefault(table)} became {rows.GetValueOrDefault(table)}"));
        });
        var seconds = Seconds(start);
        SameFiles(first.Files, restored.Data, attachments, first.End, wrong);
        var feed = await CheckAsync(options, data, first.End, wrong);
        figures["toTheEnd"] = new { seconds, filed = first.End.Filed.Count, ended = first.End.Ended.Count, decided = first.End.Ended.Count(played => played.Steps.Contains(Step.Decided)), acknowledged = first.End.Acknowledged.Count, attachments = attachments.Count, tablesEqual = first.Rows.Count, rows = first.Rows.Values.Sum(print => long.Parse(print.Split(' ')[0], CultureInfo.InvariantCulture)), sentAgain = restored.SentAgain, publishedAgain = restored.PublishedAgain, feedExpected = feed.Expected, feed.Missing, feed.Duplicate, feed.OutOfOrder };
    }

    /// <summary>Starts the restored system with its empty broker and asks as citizens, clerks and departments.</summary>
    private static async Task<FeedCount> CheckAsync(Options options, string data, Told told, List<string> wrong)
    {
        await using var system = await SystemUnderTest.StartAsync(options, CancellationToken.None, data);
        var (latencies, rows) = (new Latencies(), new DrillRows(RunningSystem.In(data, null, Progress.Say).Environment()));
        var people = new People(system.Gateway, latencies);
        await people.SignInAsync(Plan.Organs);
        await using var departments = await Departments.ConsumeAsync(system.Broker, [.. Plan.Organs, Plan.Office], latencies, CancellationToken.None);
        await Eventually.Holds(rows.RestsAsync, Patience);
        wrong.AddRange(await people.CheckAsync(told.Ended));

        // What a department has acknowledged is not sent to it again.
        var signed = told.Signed.ToHashSet();
        var expected = told.Ended.SelectMany(played => played.Expected).Where(wanted => !signed.Contains((wanted.Organ, wanted.Petition))).ToHashSet();
        await departments.WaitForAsync(expected, TimeSpan.FromMinutes(1));
        var feed = departments.Count(expected);
        if (feed.Missing + feed.Duplicate + feed.OutOfOrder > 0) wrong.AddRange(feed.Examples.Take(5));
        return feed;
    }

    /// <summary>Each attachment that had been taken is in the rows, and each that is in the rows lies there, byte by byte as in the first system.</summary>
    private static void SameFiles(string files, string restored, IReadOnlyDictionary<Guid, string> attachments, Told told, List<string> wrong)
    {
        wrong.AddRange(told.Uploaded.Where(id => !attachments.ContainsKey(id)).Select(id => $"attachment {id} is missing"));
        wrong.AddRange(attachments.Values.Distinct().Where(name => Path.Combine(restored, "files", name) is var copy
            && (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(files, name))))).Select(name => $"the file {name} is not as it was"));
    }

    private static Task<IReadOnlyList<string>> DecidedAsync(DrillRows rows, Told told) => rows.AboutAsync("casehandlingdb", "document", "petition_id", [.. told.Ended.Select(played => played.Id)]);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) => one.Count == other.Count && one.All(print => other.GetValueOrDefault(print.Key) == print.Value);

    private static double Seconds(long start) => Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1);

    private static double Size(string folder) => Math.Round(new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1048576.0, 1);
}
