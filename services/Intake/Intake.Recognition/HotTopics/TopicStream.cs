using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Intake.Recognition.HotTopics;

/// <summary>
/// Petitions in the order of their days, gathered to topics as they come: what different people tell of the same event (domain handbook §6, early warning).
/// Each is read once and compared with the few earlier ones that share telling grams; what is older than <see cref="Window"/> is forgotten, so that memory follows the rate of petitions and not their history.
/// A topic is a finding for people, never a decision. Not for several threads.
/// </summary>
/// <param name="rarity">Learns from every petition that is added.</param>
public sealed class TopicStream(Rarity rarity)
{
    /// <summary>A topic that nobody spoke of for so long has ended.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(180);

    /// <summary>Over how long people are counted.</summary>
    public static readonly TimeSpan Season = TimeSpan.FromDays(30);

    // A topic is joined if its three nearest members are, on average, as near as the same event; so no chain of single neighbours leads from one matter to another.
    private const int Nearest = 3, Telling = 32, PerGram = 100, Compared = 12, Meetings = 2;

    // Two topics are one if two petitions stand in both, and with larger ones a fifth of the smaller.
    private const int Bridges = 2;
    private const double BridgeShare = 0.2;

    private readonly Dictionary<int, List<Member>> _byGram = [];
    private readonly Dictionary<int, Topic> _topics = [];
    private readonly Queue<Member> _window = [];
    private int _last;

    /// <summary>Topics with a petition in the window.</summary>
    public int Count => _topics.Count;

    /// <summary>Petitions in the window.</summary>
    public int Held => _window.Count;

    /// <summary>Places a petition that is not older than those before it.</summary>
    public Placement Add(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        Forget(voice.At - Window);
        rarity.Learn(voice.Wording);
        var matter = Matter.Of(voice.Wording, rarity);
        var member = new Member(voice.Person, voice.At, matter, [.. Signature.Of(matter).Take(Telling)]);

        var near = Near(member);
        var home = near.Count > 0 ? near[0] : _topics[++_last] = new Topic(_last);
        home.Members.Add(member);
        member.Topic = home;
        var absorbed = near.Skip(1).Where(other => home.Meets(other)).ToList();
        foreach (var other in absorbed) Absorb(home, other);
        Keep(member);
        return new(home.Number, absorbed.ConvertAll(other => other.Number), PeopleOf(home, voice.At - Season));
    }

    /// <summary>What people call a topic, from words that several of them use; null if it has ended or they agree on none.</summary>
    public string? NameOf(int topic) => _topics.TryGetValue(topic, out var found)
        ? TopicName.Of([.. found.Members.DistinctBy(member => member.Person).Select(member => member.Matter.Wording.Subject)], rarity)
        : null;

    private List<Topic> Near(Member member)
    {
        var meets = new Dictionary<Member, int>();
        foreach (var gram in member.Signature)
            if (_byGram.TryGetValue(gram, out var holders))
                foreach (var holder in holders) meets[holder] = meets.GetValueOrDefault(holder) + 1;
        return [.. meets.Where(met => met.Value >= Meetings).OrderByDescending(met => met.Value).ThenByDescending(met => met.Key.At).Take(Compared)
            .Select(met => (met.Key.Topic, Score: Likeness(member, met.Key)))
            .GroupBy(scored => scored.Topic)
            .Select(group => (Topic: group.Key, Score: group.Select(scored => scored.Score).OrderDescending().Take(Nearest).Average()))
            .Where(scored => scored.Score >= Comparison.Threshold)
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Topic.Number)
            .Select(scored => scored.Topic)];
    }

    private double Likeness(Member later, Member earlier)
    {
        var same = later.Person == earlier.Person;
        var compared = Comparison.Of(later.Matter, earlier.Matter, rarity, same ? PersonMatch.Identity : PersonMatch.Different, (later.At - earlier.At).TotalDays);
        return same ? Math.Max(compared.SameMatter, compared.SameEvent) : compared.SameEvent;
    }

    private void Absorb(Topic home, Topic other)
    {
        foreach (var member in other.Members) member.Topic = home;
        home.Members.AddRange(other.Members);
        home.Take(other);
        _topics.Remove(other.Number);
    }

    private void Keep(Member member)
    {
        _window.Enqueue(member);
        foreach (var gram in member.Signature)
        {
            if (!_byGram.TryGetValue(gram, out var holders)) _byGram[gram] = holders = [];
            holders.Add(member);
            if (holders.Count > PerGram) holders.RemoveAt(0);
        }
    }

    private void Forget(DateTimeOffset before)
    {
        while (_window.TryPeek(out var oldest) && oldest.At < before)
        {
            _window.Dequeue();
            foreach (var gram in oldest.Signature)
                if (_byGram.TryGetValue(gram, out var holders) && holders.Remove(oldest) && holders.Count == 0) _byGram.Remove(gram);
            oldest.Topic.Members.Remove(oldest);
            if (oldest.Topic.Members.Count == 0) _topics.Remove(oldest.Topic.Number);
        }
    }

    private static int PeopleOf(Topic topic, DateTimeOffset since) =>
        topic.Members.Where(member => member.At >= since).Select(member => member.Person).Distinct(StringComparer.Ordinal).Count();

    private sealed class Member(string person, DateTimeOffset at, Matter matter, int[] signature)
    {
        public string Person { get; } = person;
        public DateTimeOffset At { get; } = at;
        public Matter Matter { get; } = matter;
        public int[] Signature { get; } = signature;
        public Topic Topic { get; set; } = null!;
    }

    private sealed class Topic(int number)
    {
        private readonly Dictionary<int, int> _bridges = [];

        public int Number { get; } = number;
        public List<Member> Members { get; } = [];

        /// <summary>Another petition stands in both; true if that makes them one.</summary>
        public bool Meets(Topic other)
        {
            var met = _bridges[other.Number] = other._bridges[Number] = _bridges.GetValueOrDefault(other.Number) + 1;
            return met >= Math.Max(Bridges, BridgeShare * Math.Min(Members.Count, other.Members.Count));
        }

        public void Take(Topic other)
        {
            _bridges.Remove(other.Number);
            foreach (var (number, met) in other._bridges) if (number != Number) _bridges[number] = _bridges.GetValueOrDefault(number) + met;
        }
    }
}
