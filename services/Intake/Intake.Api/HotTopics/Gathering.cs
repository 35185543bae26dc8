using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.HotTopics;
using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Intake.Api.HotTopics;

/// <summary>A petition on its way into the topics.</summary>
/// <param name="Person">Keyed hash of who it is.</param>
internal sealed record Heard(Guid Petition, string Person, DateTimeOffset At, Wording Wording);

/// <summary>A topic of which enough people speak.</summary>
internal sealed record Heated(Guid Topic, string? Name, int People, IReadOnlyList<Guid> Petitions);

/// <summary>The topics of the last half year in memory: texts go in, and what comes out are ids and words of several people. Lost with the process, and read again.</summary>
internal sealed class Gathering
{
    /// <summary>So many people make a topic hot: as many as may come as a group's representatives (art. 20).</summary>
    public const int Hot = 5;

    private readonly TopicStream _stream = new(Rarity.Count([]));
    private readonly Dictionary<int, List<(Guid Petition, DateTimeOffset At)>> _members = [];
    private readonly HashSet<Guid> _heard = [];
    private DateTimeOffset _last;

    public bool Knows(Guid petition) => _heard.Contains(petition);

    /// <summary>Takes petitions in and gives the topics that are hot with one of them.</summary>
    public IReadOnlyList<Heated> Hear(IEnumerable<Heard> petitions)
    {
        var heated = new Dictionary<int, int>();
        foreach (var heard in petitions.Where(each => _heard.Add(each.Petition)))
        {
            _last = heard.At > _last ? heard.At : _last; // the stream wants them in order; an hour more or less is nothing to a season
            var placed = _stream.Add(new(heard.Petition.ToString(), heard.Person, _last, heard.Wording));
            if (!_members.TryGetValue(placed.Topic, out var members)) _members[placed.Topic] = members = [];
            foreach (var absorbed in placed.Absorbed)
            {
                if (_members.Remove(absorbed, out var others)) members.AddRange(others);
                heated.Remove(absorbed);
            }
            members.Add((heard.Petition, _last));
            if (placed.People >= Hot) heated[placed.Topic] = placed.People;
        }
        Forget();
        return [.. heated.Where(each => _members.ContainsKey(each.Key)).Select(each => new Heated(_members[each.Key].Min(member => member.Petition), _stream.NameOf(each.Key), each.Value, [.. _members[each.Key].OrderByDescending(member => member.At).Select(member => member.Petition)]))];
    }

    private void Forget()
    {
        foreach (var (topic, members) in _members.ToList())
        {
            foreach (var (petition, _) in members.Where(member => member.At < _last - TopicStream.Window)) _heard.Remove(petition);
            if (members.RemoveAll(member => member.At < _last - TopicStream.Window) > 0 && members.Count == 0) _members.Remove(topic);
        }
    }
}
