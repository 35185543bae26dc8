using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>Who works on the petition, and who must not: first handler, hand-over, interest, contact with the petitioner.</summary>
public sealed partial class Petition
{
    /// <summary>The district's policy: the petitioner is contacted within a day of receipt (首接首办).</summary>
    public static readonly TimeSpan FirstContactWithin = TimeSpan.FromHours(24);

    private readonly List<string> _handlers = [];

    /// <summary>首办责任人: the officer in charge when the organ took the petition on. Set once; no hand-over clears it.</summary>
    public OfficerId? FirstHandler { get; private set; }

    /// <summary>Every account that has had the petition in hand; none of them may judge it again in a review or chair its hearing.</summary>
    public IReadOnlyList<string> Handlers => _handlers;

    /// <summary>收到, to the instant: the hours until the first contact count from here.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>首次联系: when the petitioner was first reached.</summary>
    public DateTimeOffset? FirstContactAt { get; private set; }

    /// <summary>The last instant for the first contact, by policy.</summary>
    public DateTimeOffset? FirstContactDueAt() => ReceivedAt + FirstContactWithin;

    /// <summary>Whether that account has had the petition in hand.</summary>
    public bool HasHandled(string account) => Officer?.Value == account || _handlers.Contains(account);

    /// <summary>移交承办人: by the officer in charge or the head, to somebody of the organ without an interest in it.</summary>
    public Result<HandedOver> HandOver(Actor actor, OfficerId to, string reason, Moment now)
    {
        if (Refuses(Act.HandOver, actor, now) is { } refusal) return refusal;
        if ((actor.Roles & Roles.Head) == 0 && Officer != actor.Id) return Refusals.HandOverOfAnother;
        if (!to.Value.StartsWith(Organ + ".", StringComparison.Ordinal)) return Refusals.HandOverOutside;
        if (Officer == to) return Refusals.HandOverToSelf;
        if (_recused.Contains(to.Value)) return Refusals.HandOverToInterested;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.HandOverWithoutReason;

        var from = Officer.GetValueOrDefault().Value;
        File = File with { HandOvers = [.. File.HandOvers, new(now.Date, from, to.Value, reason.Trim(), actor.Id.Value)] };
        TakeInHand(to);
        return Changed(new HandedOver(from, to.Value));
    }

    /// <summary>
    /// 登记被反映人: accounts the petition is about. They have an interest in it by nature (art. 28 para. 3): it is no longer theirs to
    /// handle or to see, and whoever of them had it in hand has lost it.
    /// </summary>
    public Result<ConcernedNamed> NameConcerned(Actor actor, IReadOnlyList<string> accounts, string reason, Moment now)
    {
        if (Refuses(Act.NameConcerned, actor, now) is { } refusal) return refusal;
        string[] concerned = [.. Named(accounts).Distinct(StringComparer.Ordinal).Except(_recused, StringComparer.Ordinal)];
        if (concerned.Length == 0) return Refusals.NobodyConcerned;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.RecusalWithoutReason;
        return Changed(new ConcernedNamed(concerned.Length, StandAside(concerned, reason.Trim())));
    }

    /// <summary>联系信访人: every attempt is logged; the first that reached somebody is the first contact.</summary>
    public Result<Contacted> Contact(Actor actor, DateTimeOffset at, StatementWay way, bool reached, string note, Moment now)
    {
        if (Refuses(Act.Contact, actor, now) is { } refusal) return refusal;
        if (at > now.At || Moment.DateIn(at) < ReceivedOn) return Refusals.ContactDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(note)) return Refusals.ContactWithoutNote;

        at = ToTheSecond(at);
        File = File with { Contacts = [.. File.Contacts, new(at, way, reached, note.Trim(), actor.Id.Value)] };
        var first = reached && FirstContactAt is null;
        if (first) FirstContactAt = at;
        return Changed(new Contacted(at, way, reached, first, !first || FirstContactDueAt() is not { } due || at <= due));
    }

    /// <summary>Puts people aside for one reason; true when the officer in charge was among them.</summary>
    private bool StandAside(IEnumerable<string> accounts, string reason)
    {
        var reasons = new SortedDictionary<string, string>(File.Recusals.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var released = false;
        foreach (var account in accounts)
        {
            if (_recused.Contains(account)) continue;
            _recused.Add(account);
            reasons[account] = reason;
            released |= Officer?.Value == account;
        }
        if (released) Officer = null;
        File = File with { Recusals = reasons };
        return released;
    }

    // Rows keep no finer instants, and the record's digest must be the same before and after they are written.
    private static DateTimeOffset ToTheSecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private void TakeInHand(OfficerId officer, bool first = false)
    {
        Officer = officer;
        if (!_handlers.Contains(officer.Value)) _handlers.Add(officer.Value);
        if (first) FirstHandler ??= officer;
    }
}
