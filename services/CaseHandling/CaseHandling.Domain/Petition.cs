using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>A routing by the petition office, as its event tells it.</summary>
/// <param name="Repeat">重复信访: the same person with the same matter once more.</param>
/// <param name="RepeatRound">第几次, where the office has said which petition it repeats.</param>
/// <param name="Concerned">Accounts the petition is about; they have an interest in it.</param>
/// <param name="AssignedOn">The day of the letter, when it is an assignment.</param>
/// <param name="ReportDueOn">The day it sets for the report.</param>
public sealed record Routing(
    PetitionId Id, string Organ, int Round, string? Number, Category Category, int ClaimCount, bool ElectronicService, bool Urgent,
    DateOnly ReceivedByOfficeOn, DateOnly? AssignedOn = null, DateOnly? ReportDueOn = null, bool Repeat = false, IReadOnlyList<string>? Concerned = null, int? RepeatRound = null);

/// <summary>信访事项, as the competent organ handles it.</summary>
public sealed partial class Petition
{
    private readonly List<string> _formerOrgans = [];
    private readonly List<string> _recused = [];

    private Petition() { } // EF Core

    public PetitionId Id { get; private init; }

    /// <summary>Code of the organ that holds the petition now.</summary>
    public string Organ { get; private set; } = "";

    /// <summary>Which routing this is: 1, and one more each time the office routes again after a contestation.</summary>
    public int Round { get; private set; }

    /// <summary>信访编号; null for accusations, of which nothing but the id is told.</summary>
    public string? Number { get; private set; }

    public Category Category { get; private set; }
    public bool Urgent { get; private set; }

    /// <summary>交办: the office wants a report (art. 22 para. 1 item 3).</summary>
    public bool Assigned { get; private set; }

    /// <summary>The petitioner has agreed to be served online.</summary>
    public bool ElectronicService { get; private set; }

    public DateOnly ReceivedByOfficeOn { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public PetitionStatus Status { get; private set; }

    /// <summary>经办人; null until somebody takes the petition in hand.</summary>
    public OfficerId? Officer { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }
    public DateOnly? AcceptedOn { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateOnly? CompletedOn { get; private set; }
    public int Supplements { get; private set; }
    public DateOnly? RatedOn { get; private set; }

    /// <summary>Organs that held the petition in earlier rounds.</summary>
    public IReadOnlyList<string> FormerOrgans => _formerOrgans;

    /// <summary>Accounts that stand aside (art. 28 para. 3).</summary>
    public IReadOnlyList<string> RecusedOfficers => _recused;

    /// <summary>Counts every change, so that two writers of one petition always meet on its row.</summary>
    public int Revision { get; private set; }

    /// <summary>What people said and wrote.</summary>
    public CaseFile File { get; internal set; } = new();

    /// <summary>检举控告 (art. 30).</summary>
    public bool IsSealed() => Category is Category.Accusation;

    /// <summary>Somebody has taken the petition in hand.</summary>
    public bool IsClaimed() => Officer is not null;

    /// <summary>收到 in the first round: the petition becomes available to the organ (the terms of art. 23 run from this day).</summary>
    public static (Petition Petition, Received Fact) Receive(Routing routing, Moment now)
    {
        var petition = new Petition { Id = routing.Id };
        return (petition, petition.Take(routing, now));
    }

    /// <summary>收到 in a later round, after the office has agreed to a contestation and routed again.</summary>
    public Result<Received> ReceiveAgain(Routing routing, Moment now)
    {
        if (Flow.Refuses(Act.Receive, Status, Category, Roles.System) is { } refusal) return refusal;
        if (Organ != routing.Organ && !_formerOrgans.Contains(Organ)) _formerOrgans.Add(Organ);
        return Take(routing, now);
    }

    /// <summary>签收 by the organ's own system; recorded once per round, starts nothing.</summary>
    public Acknowledged? Acknowledge(Moment now)
    {
        if (AcknowledgedOn is not null) return null;
        AcknowledgedOn = now.Date;
        return Changed(new Acknowledged(Organ, now.Date));
    }

    /// <summary>补充材料 noted; the material itself stays with Intake. Null when this number was noted before.</summary>
    public Supplemented? Supplement(int number)
    {
        if (number <= Supplements) return null;
        Supplements = number;
        return Changed(new Supplemented(number));
    }

    /// <summary>满意度评价 noted (art. 21); null when it was before.</summary>
    public Rated? Rate(string? organScore, Moment now)
    {
        if (RatedOn is not null) return null;
        RatedOn = now.Date;
        return Changed(new Rated(organScore));
    }

    /// <summary>认领: an officer takes the petition in hand, or takes over from one who stood aside, and declares to have no interest in it. Starts no term.</summary>
    public Result<Claimed> Claim(Actor actor)
    {
        if (Refuses(Act.Claim, actor) is { } refusal) return refusal;
        TakeInHand(actor.Id);
        return Changed(new Claimed(actor.Id.Value));
    }

    /// <summary>回避 (art. 28 para. 3): an officer stands aside, or the head decides that one must.</summary>
    public Result<Recused> Recuse(Actor actor, OfficerId officer, string reason)
    {
        if (Refuses(Act.Recuse, actor) is { } refusal) return refusal;
        if (officer != actor.Id && (actor.Roles & Roles.Head) == 0) return Refusals.RecusalOfAnother;
        if (_recused.Contains(officer.Value)) return Refusals.AlreadyRecused;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.RecusalWithoutReason;

        return Changed(new Recused(officer.Value, StandAside([officer.Value], reason.Trim())));
    }

    /// <summary>提出异议: the organ says within 5 working days, with detailed reasons, that the petition is not within its power.</summary>
    public Result<Contested> Contest(Actor actor, string reason, string? proposedOrgan, Moment now)
    {
        if (Refuses(Act.Contest, actor, now) is { } refusal) return refusal;
        if (reason.Trim().Length < 10) return Refusals.ContestWithoutReason;
        if (proposedOrgan == Organ) return Refusals.ContestForSelf;

        Status = PetitionStatus.Contested;
        Finish(Terms.Contest.Code, now.Date);
        File = File with
        {
            Contestations = [.. File.Contestations, new Contestation(Round, Organ, now.Date, actor.Id.Value, reason.Trim(), proposedOrgan)],
        };
        return Changed(new Contested(Round, proposedOrgan));
    }

    /// <summary>核实异议: the office agrees and routes again, or the organ keeps the petition; its terms have run on meanwhile.</summary>
    public Result<ContestationDecided> DecideContestation(Actor actor, bool agreed, string reason, Moment now)
    {
        if (Refuses(Act.DecideContestation, actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.ContestDecisionWithoutReason;

        var decided = File.Contestations[^1] with { Agreed = agreed, DecidedOn = now.Date, DecidedBy = actor.Id.Value, Decision = reason.Trim() };
        File = File with { Contestations = [.. File.Contestations.SkipLast(1), decided] };
        Status = agreed ? PetitionStatus.Returned : PetitionStatus.Received;
        if (agreed) DropOwedTerms();
        return Changed(new ContestationDecided(Round, Organ, agreed, decided.ProposedOrgan));
    }

    /// <summary>
    /// Why this person cannot do this act now, as far as it can be said before anything is filled in; null when the act is open.
    /// Every act asks this first, and pages show its answer beside the closed act.
    /// </summary>
    public Refusal? Refuses(Act act, Actor actor, Moment now) =>
        Refuses(act, actor) ?? act switch
        {
            Act.Contest => RefusesContest(now),
            Act.Extend => RefusesExtension(now),
            Act.ServeExtension => RefusesServiceOfExtension(),
            Act.CallHearing or Act.SignOpinion when WaitingHearing() is not null => Refusals.HearingWaits,
            Act.DraftOpinion => RefusesDraft(),
            Act.CheckOpinion => RefusesCheck(actor),
            Act.ReturnDraft => RefusesReturn(actor),
            Act.SignOpinion => RefusesSignature(actor),
            Act.ChooseSimple => RefusesSimple(now),
            Act.LeaveSimple when !Simple => Refusals.NotSimple,
            Act.HandOver when !IsClaimed() => Refusals.HandOverUnclaimed,
            Act.ConsentToMediation when OpenMediation()?.Consents.Count == 2 => Refusals.AlreadyConsented,
            Act.Mediate => RefusesMediation(),
            Act.HoldHearing => RefusesHoldingHearing(now),
            Act.CancelHearing when WaitingHearing() is null => Refusals.NoHearingCalled,
            Act.PlanEnforcement or Act.Enforce or Act.RefuseEnforcement => RefusesEnforcement(),
            Act.AnswerSuggestion when File.Studies.Count == 0 => Refusals.AnswerWithoutStudy,
            Act.CarryOutAdoption => RefusesCarryingOut(),
            Act.Reopen => RefusesReopening(now),
            Act.StateNews when File.Redo is null => Refusals.NothingToRedo,
            Act.ProposePublication or Act.ReleasePublication or Act.WithdrawPublication => RefusesPublication(act, actor),
            _ => null,
        };

    private Refusal? Refuses(Act act, Actor actor) =>
        Flow.Refuses(act, Status, Category, actor.Roles)
        ?? (_recused.Contains(actor.Id.Value) ? Refusals.Recused : null)
        ?? (act is Act.Claim && IsClaimed() ? Refusals.AlreadyClaimed : null);

    private Refusal? RefusesContest(Moment now) =>
        TermOf(Terms.Contest.Code) is { } term && now.Date > term.DueOn ? Refusals.ContestTooLate(term.DueOn) : null;

    private Received Take(Routing routing, Moment now)
    {
        (Organ, Round, Number, Category) = (routing.Organ, routing.Round, routing.Number, routing.Category);
        (Urgent, ElectronicService, ReceivedByOfficeOn) = (routing.Urgent, routing.ElectronicService, routing.ReceivedByOfficeOn);
        (Assigned, ReceivedOn, Status) = (routing.ReportDueOn is not null, now.Date, PetitionStatus.Received);
        (Officer, AcknowledgedOn, DraftDesk, ReceivedAt, FirstContactAt) = (null, null, null, ToTheSecond(now.At), null);
        (Repeat, RepeatRound, Simple) = (routing.Repeat, routing.RepeatRound, false);
        File = CaseFile.WithClaims(routing.ClaimCount) with { Contestations = File.Contestations, Recusals = File.Recusals };
        StandAside(routing.Concerned ?? [], "信访事项反映的人");
        _terms = StartingTerms(routing, now);
        return Changed(new Received(
            Organ, Round, IsSealed(), ReceivedOn,
            TermOf(Terms.Notice.Code) is { } notice ? new(notice.StrictDueOn, notice.DueOn) : null,
            TermOf(Terms.Contest.Code)?.DueOn));
    }

    private T Changed<T>(T fact) where T : Fact
    {
        Revision++;
        Project();
        return fact;
    }
}
