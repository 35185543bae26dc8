using System.Diagnostics;
using System.Text.Json;
using Xinfang.Intake.Recognition.HotTopics;
using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Load;

/// <summary>
/// Hot topics of a stream, found in one pass in the order of its days, against topics that a reader has marked. Nothing is known before the first message,
/// not even how rare words are. The hottest are those of which most people spoke within one season.
/// </summary>
internal static class Topics
{
    private const int Shown = 10;

    private sealed class Found
    {
        public List<string> Members { get; } = [];
        public int Peak { get; set; }
        public string? Name { get; set; }
    }

    public static int Run(Options options)
    {
        var messages = LoadedMessage.Read(options["--stream"] ?? throw new ArgumentException("topics --stream FILE --topics FILE")).DistinctBy(message => message.Id).OrderBy(message => message.Time).ToList();
        var marked = ReadMarked(options["--topics"]!);
        Progress.Say($"{messages.Count} messages read");
        var start = Stopwatch.GetTimestamp();
        var (stream, found, held) = (new TopicStream(Rarity.Count([])), new Dictionary<int, Found>(), 0);
        foreach (var message in messages)
        {
            var placed = stream.Add(new(message.Id, message.User, new DateTimeOffset(message.Time, TimeSpan.Zero), message.Wording));
            if (!found.TryGetValue(placed.Topic, out var topic)) found[placed.Topic] = topic = new Found();
            topic.Members.Add(message.Id);
            foreach (var absorbed in placed.Absorbed)
            {
                topic.Members.AddRange(found[absorbed].Members);
                found.Remove(absorbed);
            }
            if (placed.People > topic.Peak) (topic.Peak, topic.Name) = (placed.People, placed.People >= 3 ? stream.NameOf(placed.Topic) : null);
            held = Math.Max(held, stream.Held);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var ranked = found.Values.OrderByDescending(topic => topic.Peak).ThenByDescending(topic => topic.Members.Count).ToList();
        var judged = marked.Select(mark => Judge(mark.Key, mark.Value, ranked)).ToList();
        foreach (var topic in ranked.Take(Shown)) Progress.Say($"{topic.Peak} people in a season, {topic.Members.Count} messages: {topic.Name ?? "no common words"}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "topics",
            messages = messages.Count,
            topics = judged,
            meanBestF1 = Math.Round(judged.Average(topic => topic.BestF1), 4),
            amongTen = judged.Count(topic => topic.Rank <= Shown),
            heldAtMost = held,
            megabytes = GC.GetTotalMemory(forceFullCollection: true) >> 20,
            seconds = Math.Round(seconds, 1),
        }));
        return 0;
    }

    private static Judged Judge(string name, HashSet<string> members, List<Found> ranked) => ranked
        .Select((topic, place) => new Judged(
            name, Math.Round(2.0 * topic.Members.Count(members.Contains) / (topic.Members.Count + members.Count), 4), place + 1, topic.Members.Count, members.Count))
        .MaxBy(judged => judged.BestF1)!;

    private static Dictionary<string, HashSet<string>> ReadMarked(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return (Topic: json.RootElement.GetProperty("topic_id").GetString()!, Id: json.RootElement.GetProperty("id").GetString()!);
    }).GroupBy(pair => pair.Topic).ToDictionary(group => group.Key, group => group.Select(pair => pair.Id).ToHashSet(StringComparer.Ordinal));

    private sealed record Judged(string Topic, double BestF1, int Rank, int Size, int Marked);
}
