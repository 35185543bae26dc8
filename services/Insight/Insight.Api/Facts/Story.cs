using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Facts;

/// <summary>
/// The events of one petition, in the order they were sent, folded into what is counted of it. A pure function of the events: told
/// twice, late or all again, the same comes out, so that the models can be made anew at any time.
/// </summary>
internal sealed partial class Story
{
    private readonly Func<DateOnly, DateOnly> _ratingDueOn;
    private readonly List<RoundFact> _rounds = [];
    private readonly List<(Guid Id, DateOnly DueOn)> _supervisions = [];
    private DateTimeOffset _classifiedAt, _repeatSaidAt, _echoSaidAt;
    private bool _over;

    private Story(Guid petition, Func<DateOnly, DateOnly> ratingDueOn) => (Fact, _ratingDueOn) = (new PetitionFact { PetitionId = petition }, ratingDueOn);

    public PetitionFact Fact { get; }

    /// <summary>Empty for a sealed petition: whose turn it was says whom it accuses.</summary>
    public IReadOnlyList<RoundFact> Rounds => _rounds;

    /// <param name="petition">The petition.</param>
    /// <param name="events">Its events, in the order they were sent.</param>
    /// <param name="ratingDueOn">Last day to rate an opinion served on a day (district policy, <see cref="Terms.RatingWindow"/>).</param>
    public static Story Of(Guid petition, IReadOnlyList<object> events, Func<DateOnly, DateOnly> ratingDueOn)
    {
        var story = new Story(petition, ratingDueOn);
        foreach (var told in events) story.Tell(told);
        story.Fact.Events = events.Count;
        story.Finish();
        return story;
    }

    private static DateOnly Day(DateTimeOffset at) => Moment.DateIn(at);

    private void Tell(object told)
    {
        switch (told)
        {
            case PetitionRegistered e: Registered(e); break;
            case PetitionClassified e: Classified(e); break;
            case PetitionForwarded e: Routed(e.Organ, e.Round, Day(e.ForwardedAt), e.Category, e.Sealed, e.Urgent, assigned: false); break;
            case PetitionAssigned e: Routed(e.Organ, e.Round, Day(e.AssignedAt), e.Category, e.Sealed, e.Urgent, assigned: true); break;
            case PetitionAnswered e: Answered(e); break;
            case PetitionWithdrawn e: (Fact.WithdrawnOn, _over) = (Day(e.WithdrawnAt), true); break;
            case RepeatConfirmed e: Repeats(e.Kind, e.EarlierId, e.RepeatRound > 1, true, e.ConfirmedAt); break;
            case RepeatUndone e: Repeats(e.Kind, e.EarlierId, e.RepeatRound > 1, false, e.UndoneAt); break;
            case PetitionRated e: (Fact.RatedOn, Fact.OfficeScore, Fact.OrganScore) = (Day(e.RatedAt), e.OfficeScore, e.OrganScore); break;
            case PetitionChased: Fact.Chases++; break;
            case UrgencyEscalated: Fact.Urgent = true; break;
            default: TellHandling(told); break;
        }
    }

    private void Registered(PetitionRegistered e)
    {
        (Fact.Number, Fact.Channel, Fact.Street) = (e.Number, e.Channel, e.Street);
        (Fact.ReceivedOn, Fact.RegisteredOn, Fact.ForwardDueOn) = (e.ReceivedOn, Day(e.RegisteredAt), e.ForwardDueOn);
    }

    private void Classified(PetitionClassified e)
    {
        Fact.Sealed |= e.Sealed;
        if (e.ClassifiedAt < _classifiedAt) return;
        _classifiedAt = e.ClassifiedAt;
        (Fact.Category, Fact.Content, Fact.Urgent) = (e.Category, e.ContentCode is { Length: >= 2 } code ? $"{code[..2]}0000" : null, e.Urgent);
    }

    private void Routed(string organ, int round, DateOnly on, string? category, bool isSealed, bool urgent, bool assigned)
    {
        Fact.Sealed |= isSealed;
        Fact.Urgent |= urgent;
        Fact.Category ??= category;
        Fact.ExchangedOn ??= on;
        Fact.RoutedOn ??= on;
        Fact.Organ = organ;
        foreach (var earlier in _rounds) earlier.Ended = earlier.NoticedOn is null;
        RoundOf(round, organ, on).Assigned = assigned;
    }

    private RoundFact RoundOf(int round, string organ, DateOnly on)
    {
        if (_rounds.Find(each => each.Round == round) is { } known) return known;
        var made = new RoundFact { PetitionId = Fact.PetitionId, Round = round, Organ = organ, SentOn = on };
        _rounds.Add(made);
        return made;
    }

    private void Answered(PetitionAnswered e)
    {
        Fact.Answer = e.Outcome;
        Fact.RoutedOn ??= Day(e.AnsweredAt);
        _over = true;
    }

    private void Repeats(string kind, Guid earlier, bool repeats, bool said, DateTimeOffset at)
    {
        if (kind == "SameEvent")
        {
            if (at < _echoSaidAt) return;
            (_echoSaidAt, Fact.Echo) = (at, said);
            return;
        }
        if (at < _repeatSaidAt) return;
        _repeatSaidAt = at;
        (Fact.Repeat, Fact.RepeatOf) = said || repeats ? (true, said ? earlier : Fact.RepeatOf) : (false, null);
    }

    private void Finish()
    {
        Fact.Closed = _over || Fact.CompletedOn is not null || Fact.EndedOn is not null || (Fact.DeclinedOn is not null && Fact.AcceptedOn is null);
        if (Fact.Sealed)
        {
            _rounds.Clear();
            (Fact.Organ, Fact.Street, Fact.Content, Fact.Repeat, Fact.RepeatOf, Fact.Echo) = (null, null, null, false, null, false);
            return;
        }
        foreach (var round in _rounds)
            (round.ReceivedOn, round.RegisteredOn, round.ExchangedOn, round.Channel, round.Street, round.Category, round.Content) =
                (Fact.ReceivedOn, Fact.RegisteredOn, Fact.ExchangedOn, Fact.Channel, Fact.Street, Fact.Category, Fact.Content);
    }
}
