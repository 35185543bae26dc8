using System.Diagnostics;
using System.Text.Json;
using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Load;

/// <summary>
/// Pairs of a stream judged by the product's own comparison and compared with a reader's labels, and how early an earlier petition is found
/// among all of the stream. Whether a pair is of one user or two is told from the user of its two messages: with equal users the question is
/// whether it is a repeat (same person, same matter), otherwise whether it is the same event. Nothing is learnt from the labels.
/// </summary>
internal static class Repeat
{
    // As CandidateSearch reads them from the index.
    private const int Looked = 50, Paired = 16, Alone = 8, PerGram = 50;

    private static readonly int[] Limits = [1, 5, 10];

    private sealed record Pair(string A, string B, bool Same, string How, double Weight);

    private sealed record Entry(LoadedMessage Message, Matter Matter, IReadOnlyList<int> Signature);

    public static int Run(Options options)
    {
        var start = Stopwatch.GetTimestamp();
        var stream = LoadedMessage.Read(options["--stream"] ?? throw new ArgumentException("repeat --stream FILE --pairs FILE"));
        var pairs = ReadPairs(options["--pairs"]!);
        var rarity = Rarity.Count(stream.Select(message => message.Wording));
        var entries = stream.DistinctBy(message => message.Id).Select(message =>
        {
            var matter = Matter.Of(message.Wording, rarity);
            return new Entry(message, matter, Signature.Of(matter));
        }).ToDictionary(entry => entry.Message.Id);
        Progress.Say($"{entries.Count} messages read");

        var judged = pairs.ConvertAll(pair => (Pair: pair, Said: Judge(entries[pair.A], entries[pair.B], rarity)));
        var users = pairs.Count(pair => entries[pair.A].Message.User == entries[pair.B].Message.User);
        var (precision, recall, f1) = Score(judged, _ => true);
        var (weightedPrecision, weightedRecall, _) = Score(judged, _ => true, pair => pair.Weight);
        var known = Find(entries, pairs, rarity, identity: true);
        var text = Find(entries, pairs, rarity, identity: false);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "repeat",
            kind = users == pairs.Count ? "same-user" : users == 0 ? "cross-user" : "mixed",
            pairs = pairs.Count,
            same = pairs.Count(pair => pair.Same),
            f1,
            f1WithoutCopies = Score(judged, pair => pair.How != "near-identical").F1,
            precision,
            recall,
            weightedPrecision,
            weightedRecall,
            copiesElsewhere = judged.Count(j => !j.Pair.Same && j.Pair.How == "high-similarity"),
            copiesElsewhereTakenForSame = judged.Count(j => !j.Pair.Same && j.Said && j.Pair.How == "high-similarity"),
            recallAt1 = known[0],
            recallAt5 = known[1],
            recallAt10 = known[2],
            recallAt1TextOnly = text[0],
            recallAt5TextOnly = text[1],
            recallAt10TextOnly = text[2],
            seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
        }));
        return 0;
    }

    private static bool Judge(Entry a, Entry b, Rarity rarity) => Compare(a, b, rarity, identity: true).Score >= Comparison.Threshold;

    private static Comparison Compare(Entry a, Entry b, Rarity rarity, bool identity)
    {
        var person = !identity ? PersonMatch.Unknown : a.Message.User == b.Message.User ? PersonMatch.Identity : PersonMatch.Different;
        return Comparison.Of(a.Matter, b.Matter, rarity, person, Math.Abs((a.Message.Time - b.Message.Time).TotalDays));
    }

    // As the product searches: two grams of a signature met in an index, the most telling ones alone too; known identity adds all of that person's.
    private static double[] Find(Dictionary<string, Entry> entries, List<Pair> pairs, Rarity rarity, bool identity)
    {
        var index = entries.Values.SelectMany(entry => entry.Signature.Select(gram => (gram, entry))).ToLookup(x => x.gram, x => x.entry);
        var byUser = entries.Values.ToLookup(entry => entry.Message.User);
        var (hits, all) = (new int[3], 0);
        foreach (var pair in pairs.Where(pair => pair.Same))
        {
            var (query, wanted) = Order(entries[pair.A], entries[pair.B]);
            var meets = new Dictionary<Entry, double>();
            var postings = query.Signature.Take(Paired).Select(gram => index[gram].ToHashSet()).ToList();
            for (var i = 0; i < postings.Count; i++)
                for (var j = i + 1; j < postings.Count; j++)
                {
                    var both = postings[i].Where(postings[j].Contains).OrderByDescending(entry => entry.Message.Time).Take(PerGram).ToList();
                    foreach (var entry in both) meets[entry] = meets.GetValueOrDefault(entry) + (1.0 / both.Count);
                }
            foreach (var posting in postings.Take(Alone))
            {
                var newest = posting.OrderByDescending(entry => entry.Message.Time).Take(PerGram).ToList();
                foreach (var entry in newest) meets[entry] = meets.GetValueOrDefault(entry) + (1.0 / newest.Count);
            }
            meets.Remove(query);
            var looked = meets.OrderByDescending(m => m.Value).Take(Looked).Select(m => m.Key);
            if (identity) looked = looked.Union(byUser[query.Message.User].Where(entry => entry != query));
            var rank = looked.OrderByDescending(entry => Compare(query, entry, rarity, identity).Score).ToList().IndexOf(wanted);
            for (var n = 0; n < Limits.Length; n++) if (rank >= 0 && rank < Limits[n]) hits[n]++;
            all++;
        }
        return [.. hits.Select(hit => Math.Round((double)hit / all, 4))];
    }

    // The later one asks for the earlier one.
    private static (Entry Query, Entry Wanted) Order(Entry a, Entry b) => a.Message.Time >= b.Message.Time ? (a, b) : (b, a);

    private static (double Precision, double Recall, double F1) Score(List<(Pair Pair, bool Said)> judged, Func<Pair, bool> counted, Func<Pair, double>? weight = null)
    {
        double Sum(Func<(Pair Pair, bool Said), bool> which) => judged.Where(j => counted(j.Pair) && which(j)).Sum(j => weight?.Invoke(j.Pair) ?? 1);
        var (hits, false1, missed) = (Sum(j => j.Pair.Same && j.Said), Sum(j => !j.Pair.Same && j.Said), Sum(j => j.Pair.Same && !j.Said));
        return (Math.Round(hits / (hits + false1), 4), Math.Round(hits / (hits + missed), 4), Math.Round(2 * hits / ((2 * hits) + false1 + missed), 4));
    }

    private static List<Pair> ReadPairs(string path) =>
        [
            .. File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                return new Pair(
                    root.GetProperty("a").GetString()!, root.GetProperty("b").GetString()!, root.GetProperty("same").GetInt32() == 1,
                    root.TryGetProperty("how", out var how) ? how.GetString() ?? "" : "",
                    root.TryGetProperty("weight", out var weight) && weight.ValueKind is JsonValueKind.Number ? weight.GetDouble() : 1);
            }),
        ];
}
