using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Progress;

/// <summary>How far a petition has come, in the petitioner's eyes.</summary>
internal enum Stage { Registered, Classified, Forwarded, Assigned, Received, Contested, Returned, Accepted, Declined, Decided, Served, Completed, Replied, Linked, Diverted, Withdrawn, Disputed, Mediating, Settled, Terminated, Answered, Reviewing, Reviewed, Ended, Barred }

/// <summary>The facts and dates of a petition as they stand at one moment. Everything in it is derived; nothing is stored.</summary>
internal sealed class Situation
{
    public Situation(Petition petition, CaseFacts facts, Moment now)
    {
        (Petition, Facts, Now) = (petition, facts, now);
        var organ = petition.Organ;
        Received = facts.All<PetitionReceived>(organ).LastOrDefault(told => told.Round == petition.Round);
        Claimed = facts.Last<PetitionClaimed>(organ);
        Contested = facts.All<AssignmentContested>(organ).LastOrDefault(told => told.Round == petition.Round
            && !facts.All<ContestationDecided>(organ).Any(decided => decided.Round == told.Round));
        Accepted = facts.Last<PetitionAccepted>(organ);
        Reopened = facts.Last<PetitionReopened>(organ);
        var since = Reopened?.ReopenedAt ?? DateTimeOffset.MinValue;
        Declined = facts.Last<PetitionDeclined>(organ);
        Reviews = ReviewTold.Of(facts);
        Redo = Reviews.LastOrDefault(review => review.RedoDueOn is not null && review.DecidedAt > since);
        Review = Reviews.LastOrDefault(review => !review.Rejected && review.RequestedAt > since && (Redo is null || review.RequestedAt > Redo.RequestedAt));
        // What a review has revoked is no answer any more, nor is what came before a reopening.
        var standsFrom = Redo?.DecidedAt ?? since;
        Extended = [.. facts.All<PetitionExtended>(organ).Where(told => told.ServedOn >= Moment.DateIn(since))];
        Decided = facts.Opinions().LastOrDefault(told => told.Organ == organ && told.DecidedAt > standsFrom);
        Served = Decided is { } opinion ? facts.All<OpinionServed>(organ).LastOrDefault(told => (Reopened is null && Redo is null) || told.DocumentId == opinion.DocumentId)
            : Reopened is null && Redo is null ? facts.Last<OpinionServed>(organ) : null;
        Completed = facts.All<PetitionCompleted>(organ).LastOrDefault(told => told.CompletedAt > standsFrom);
        Terminated = facts.Last<PetitionTerminated>(organ);
        Answered = facts.Last<AccusationResultTold>(organ);
        Simple = facts.Last<SimpleProcedureChosen>(organ) is { } chosen && facts.Last<SimpleProcedureLeft>(organ) is null && chosen.ChosenAt > since ? chosen : null;
        Hearing = facts.Last<HearingCalled>(organ) is { } called
            && !facts.All<HearingHeld>(organ).Any(told => told.HeldOn == called.HeldOn && told.RecordedAt > called.CalledAt)
            && !facts.All<HearingCancelled>(organ).Any(told => told.HeldOn == called.HeldOn && told.CancelledAt > called.CalledAt) ? called : null;
        Agreed = facts.All<MediationAgreed>(organ).LastOrDefault(told => told.AgreedAt > standsFrom);
        Mediating = Agreed is null && facts.All<MediationStarted>(organ).LastOrDefault(told => told.StartedAt > standsFrom) is { } started
            && !facts.All<MediationFailed>(organ).Any(told => told.FailedAt > started.StartedAt) ? started : null;

        Forwarding = petition.ForwardingTerm(now);
        Notice = Received is { NoticeDueOn: not null } received ? now.Due(Moment.DateIn(received.ReceivedAt), Simple is null ? Terms.Notice : Terms.SimpleAccept, "收到") : null;
        Completion = Redo is { DecidedAt: { } revokedAt, RedoStrictDueOn: { } until }
            ? now.Due(Moment.DateIn(revokedAt), Terms.Redo with { Days = Math.Max(1, until.DayNumber - Moment.DateIn(revokedAt).DayNumber) }, "原意见被撤销")
            : Reopened is { } reopened
            ? now.Due(Moment.DateIn(reopened.ReopenedAt), IsSuggestion ? Terms.SuggestionReply : Terms.Completion, "重新办理", Extended.Sum(told => told.Days))
            : Accepted is { } accepted
            ? Simple is not null ? now.Due(Moment.DateIn(accepted.AcceptedAt), Terms.SimpleComplete, "受理") : now.Due(Moment.DateIn(accepted.AcceptedAt), IsSuggestion ? Terms.SuggestionReply : Terms.Completion, "受理", Extended.Sum(told => told.Days))
            : null;
        Service = Decided is { } decided ? now.Due(Moment.DateIn(decided.DecidedAt), Terms.ServiceOfOpinion, "作出处理意见") : null;
        ReviewRequest = Served is { ReviewDueOn: not null } served ? now.Due(served.ServedOn, Terms.ReviewRequest, "收到处理意见书") : null;
        RecheckRequest = Reviews.LastOrDefault(review => review.Served?.RecheckDueOn is not null)?.Served is { } reviewed && (Redo is null || Decided is null)
            && !Reviews.Any(review => review is { IsRecheck: true, Rejected: false } && review.RequestedAt >= CaseFactKeeping.StartOf(reviewed.ServedOn))
            ? now.Due(reviewed.ServedOn, Terms.RecheckRequest, "收到复查意见书")
            : null;
        Rating = Served is { } servedOpinion && !petition.Sealed ? now.Due(servedOpinion.ServedOn, Terms.RatingWindow, "送达意见书") : null;
    }

    public Petition Petition { get; }
    public CaseFacts Facts { get; }
    public Moment Now { get; }

    public PetitionReceived? Received { get; }
    public PetitionClaimed? Claimed { get; }

    /// <summary>A contestation that nobody has decided yet.</summary>
    public AssignmentContested? Contested { get; }

    public PetitionAccepted? Accepted { get; }
    public PetitionDeclined? Declined { get; }
    public IReadOnlyList<PetitionExtended> Extended { get; }
    public PetitionDecided? Decided { get; }
    public OpinionServed? Served { get; }
    public PetitionCompleted? Completed { get; }

    /// <summary>The last time the petitioner had it reopened; what was decided before does not stand any more.</summary>
    public PetitionReopened? Reopened { get; }

    public PetitionTerminated? Terminated { get; }

    /// <summary>The result of an accusation was told, somewhere else than here.</summary>
    public AccusationResultTold? Answered { get; }

    /// <summary>The simple procedure, while it has not been left.</summary>
    public SimpleProcedureChosen? Simple { get; }

    /// <summary>A hearing that is called and neither held nor cancelled.</summary>
    public HearingCalled? Hearing { get; }

    /// <summary>Mediation that is going on.</summary>
    public MediationStarted? Mediating { get; }

    public MediationAgreed? Agreed { get; }

    /// <summary>Reviews and rechecks, oldest first.</summary>
    public IReadOnlyList<ReviewTold> Reviews { get; }

    /// <summary>The review or recheck of the opinion that stands now.</summary>
    public ReviewTold? Review { get; }

    /// <summary>The last one that revoked an opinion and sent it back.</summary>
    public ReviewTold? Redo { get; }

    public DueDate Forwarding { get; }
    public DueDate? Notice { get; }
    public DueDate? Completion { get; }
    public DueDate? Service { get; }
    public DueDate? ReviewRequest { get; }
    public DueDate? RecheckRequest { get; }
    public DueDate? Rating { get; }

    public bool IsSuggestion => Petition.Category is Category.Suggestion;

    /// <summary>What the petitioner gets in the end.</summary>
    public string Opinion => IsSuggestion ? "书面答复" : "书面处理意见";

    /// <summary>The organ that has it, in a sentence; the one that had it last while it is back at the office.</summary>
    public string Organ => Names.Of(Petition.Organ ?? Petition.Routings.OrderBy(routing => routing.Round).LastOrDefault()?.Organ ?? ServiceDefaults.Organs.Organs.Office);

    public Routing? Routing => Petition.Routings.SingleOrDefault(routing => routing.Round == Petition.Round);

    /// <summary>It is the office that has to act next.</summary>
    public bool OfficeActs => Petition.Organ is null;

    /// <summary>What is due next, the term that a chase is about; null when nothing is.</summary>
    public DueDate? Running => Petition.Status switch
    {
        PetitionStatus.Registered or PetitionStatus.Classified or PetitionStatus.Disputed => Forwarding,
        PetitionStatus.Returned => Forwarding,
        PetitionStatus.Forwarded or PetitionStatus.Assigned => Declined is not null || Served is not null ? null
            : Decided is not null ? Service
            : Accepted is not null ? Completion
            : Notice,
        _ => null,
    };

    /// <summary>规定期限 of article 19¶3: until when the organ that has it may be left to it.</summary>
    public DateOnly? HandledUntil => Completion?.DueOn ?? Notice?.DueOn;

    public Stage Stage => Petition.Status switch
    {
        PetitionStatus.Registered => Stage.Registered,
        PetitionStatus.Classified => Stage.Classified,
        PetitionStatus.Returned => Stage.Returned,
        PetitionStatus.Declined => Stage.Declined,
        _ when Answered is not null => Stage.Answered,
        _ when Terminated is not null => Stage.Terminated,
        PetitionStatus.Barred => Stage.Barred,
        _ when Review is { Served.Final: true } => Stage.Ended,
        _ when Review is { Served: not null } => Stage.Reviewed,
        _ when Review is { InHand: true } => Stage.Reviewing,
        PetitionStatus.Completed when (Reopened is null && Redo is null) || Completed is not null => Stage.Completed,
        PetitionStatus.Replied => Stage.Replied,
        PetitionStatus.Linked => Stage.Linked,
        PetitionStatus.Diverted => Stage.Diverted,
        PetitionStatus.Withdrawn => Stage.Withdrawn,
        PetitionStatus.Disputed => Stage.Disputed,
        _ when Declined is not null => Stage.Declined,
        _ when Served is not null => Stage.Served,
        _ when Decided is not null => Stage.Decided,
        _ when Agreed is not null => Stage.Settled,
        _ when Mediating is not null => Stage.Mediating,
        _ when Accepted is not null => Stage.Accepted,
        _ when Contested is not null => Stage.Contested,
        _ when Received is not null => Stage.Received,
        PetitionStatus.Assigned => Stage.Assigned,
        _ => Stage.Forwarded,
    };

    /// <summary>Every term that has begun, running or done.</summary>
    public IReadOnlyList<TermView> TermViews()
    {
        List<TermView> views = [Now.View(Forwarding, Petition.FirstRoutedOn)];
        Add(Notice, On(Accepted?.AcceptedAt) ?? On(Declined?.DeclinedAt));
        Add(Completion, On(Decided?.DecidedAt) ?? On(Agreed?.AgreedAt));
        Add(Service, Served?.ServedOn);
        Add(ReviewRequest, Review?.RequestedOn);
        foreach (var review in Reviews.Where(each => !each.Rejected)) Add(review.Term(Now), On(review.DecidedAt));
        Add(RecheckRequest, null);
        Add(Rating, On(Petition.RatedAt));
        return views;

        void Add(DueDate? due, DateOnly? doneOn)
        {
            if (due is not null) views.Add(Now.View(due, doneOn));
        }
    }

    public static DateOnly? On(DateTimeOffset? at) => at is { } instant ? Moment.DateIn(instant) : null;
}
