using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus { Drafted, Withdrawn, Issued, Answered }

/// <summary>Everything that can be done with a proposal.</summary>
public enum ProposalAct { Draft, Withdraw, Issue, Answer, TellOverdue }

/// <summary>改进工作建议, 完善政策建议, 追究责任建议 (art. 40).</summary>
public enum ProposalKind { Improvement, Policy, Accountability }

/// <summary>采纳, 部分采纳, 未采纳 (art. 40 para. 4).</summary>
public enum Adoption { Adopted, PartlyAdopted, NotAdopted }

/// <summary>The words of a proposal.</summary>
public sealed record ProposalFile
{
    /// <summary>What is wrong.</summary>
    public string Problem { get; init; } = "";

    /// <summary>What is proposed.</summary>
    public string Advice { get; init; } = "";

    /// <summary>严重后果, a condition of a proposal to hold somebody answerable.</summary>
    public string? Consequences { get; init; }

    /// <summary>The addressee's written feedback.</summary>
    public Note? Feedback { get; init; }

    /// <summary>Why the draft was dropped.</summary>
    public Note? Withdrawal { get; init; }
}

/// <summary>What a supervisor drafts.</summary>
public sealed record ProposalDraft(ProposalKind Kind, string Addressee, string? Problem, string? Advice, string? Consequences);

/// <summary>三项建议 (art. 40): drafted on a petition, issued by the head of the office, answered in writing by the addressee.</summary>
public sealed class Proposal : Filed<ProposalAct, ProposalStatus, ProposalFile>
{
    private static readonly ProposalStatus[] Draft = [ProposalStatus.Drafted], Sent = [ProposalStatus.Issued];

    /// <summary>The flow.</summary>
    public static FlowTable<ProposalAct, ProposalStatus> Flow { get; } = new("建议", "proposal", SupervisingWords.Of,
        new(ProposalAct.Draft, "起草建议", Capacity.Supervisor, [], Draft, PetitionRegulations.Proposals, "交信访办负责人签发",
            SupervisingRefusals.ProposalIncomplete, SupervisingRefusals.WrongAddressee, SupervisingRefusals.WithoutConsequences),
        new(ProposalAct.Withdraw, "不发出", Capacity.Supervisor | Capacity.Overseer, Draft, [ProposalStatus.Withdrawn], PetitionRegulations.Proposals, "写明理由，建议不再发出",
            SupervisingRefusals.WithoutText),
        new(ProposalAct.Issue, "签发建议", Capacity.Overseer, Draft, Sent, PetitionRegulations.Proposals, "编文号发给收文单位，单位要书面反馈采纳情况"),
        new(ProposalAct.Answer, "反馈采纳情况", Capacity.Officer | Capacity.Head | Capacity.Supervisor, Sent, [ProposalStatus.Answered], PetitionRegulations.ProposalFeedback,
            "记入建议的采纳情况", SupervisingRefusals.WithoutText, SupervisingRefusals.FeedbackDate),
        new(ProposalAct.TellOverdue, "反馈超期", Capacity.System, Sent, Sent, PetitionRegulations.ProposalFeedback, "记入违规记录", SupervisingRefusals.FeedbackNotOverdue));

    private Proposal() { } // EF Core

    /// <summary>The petition it arises from.</summary>
    public PetitionId PetitionId { get; private init; }

    public ProposalKind Kind { get; private init; }

    /// <summary>Code of the organ it is addressed to.</summary>
    public string Addressee { get; private init; } = "";

    public DateOnly DraftedOn { get; private init; }

    /// <summary>Account of the supervisor.</summary>
    public string DraftedBy { get; private init; } = "";

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Account of the head of the office.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>文号.</summary>
    public string? Number { get; private set; }

    /// <summary>Feedback is due, rolled.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The day on which the feedback came.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public Adoption? Adoption { get; private set; }

    /// <summary>It was told that the feedback is late.</summary>
    public bool OverdueTold { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<ProposalAct, ProposalStatus> Table() => Flow;

    /// <summary>起草: a policy proposal goes to the district's party committee and government, one to hold somebody answerable to an organ with power over it.</summary>
    /// <param name="government">Code of the district government.</param>
    public static Result<Proposal> Begin(Guid id, Petition petition, ProposalDraft draft, string government, Person person, Moment now)
    {
        if (Flow.Refuses(ProposalAct.Draft, null, person.Capacity) is { } refusal) return refusal;
        if (petition.IsSealed()) return SupervisingRefusals.SealedPetition;
        if (Blank(draft.Problem) || Blank(draft.Advice)) return SupervisingRefusals.ProposalIncomplete;
        if (draft.Kind is ProposalKind.Policy && draft.Addressee != government) return SupervisingRefusals.WrongAddressee;
        if (draft.Kind is ProposalKind.Accountability && draft.Addressee == petition.Organ) return SupervisingRefusals.WrongAddressee;
        if (draft.Kind is ProposalKind.Accountability && Blank(draft.Consequences)) return SupervisingRefusals.WithoutConsequences;
        var proposal = new Proposal
        {
            Id = id, PetitionId = petition.Id, Kind = draft.Kind, Addressee = draft.Addressee, DraftedOn = now.Date, DraftedBy = person.Account,
            File = new() { Problem = draft.Problem!.Trim(), Advice = draft.Advice!.Trim(), Consequences = Blank(draft.Consequences) ? null : draft.Consequences!.Trim() },
        };
        proposal.Change(ProposalStatus.Drafted, now.Date);
        return proposal;
    }

    /// <summary>不发出.</summary>
    public Result<Proposal> Withdraw(Person person, string? reason, Moment now)
    {
        if (Refuses(ProposalAct.Withdraw, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Withdrawal = new(now.Date, person.Account, reason!.Trim()) };
        Change(ProposalStatus.Withdrawn);
        return this;
    }

    /// <summary>签发 by the head of the office; the term of the feedback runs.</summary>
    public Result<Proposal> Issue(Person person, string number, Moment now)
    {
        if (Refuses(ProposalAct.Issue, person, now) is { } refusal) return refusal;
        (IssuedOn, SignedBy, Number) = (now.Date, person.Account, number);
        DueOn = FeedbackTerm(now)!.DueOn;
        Change(ProposalStatus.Issued, DueOn);
        return this;
    }

    /// <summary>反馈采纳情况 in writing. A supervisor enters what came on paper, with the day on which it came.</summary>
    public Result<Proposal> Answer(Person person, Adoption adoption, string? text, DateOnly? receivedOn, Moment now)
    {
        if (Refuses(ProposalAct.Answer, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        var on = (person.Capacity & Capacity.Supervisor) != 0 ? receivedOn ?? now.Date : now.Date;
        if (on > now.Date || on < IssuedOn) return SupervisingRefusals.FeedbackDate;
        (Adoption, AnsweredOn) = (adoption, on);
        File = File with { Feedback = new(on, person.Account, text!.Trim()) };
        Change(ProposalStatus.Answered);
        return this;
    }

    /// <summary>反馈超期, told once.</summary>
    public Result<Proposal> TellOverdue(Moment now)
    {
        if (Refuses(ProposalAct.TellOverdue, Person.System, now) is { } refusal) return refusal;
        OverdueTold = true;
        Change(ProposalStatus.Issued, DueOn);
        return this;
    }

    /// <summary>The term of the feedback, counted again; null before it is issued.</summary>
    public DueDate? FeedbackTerm(Moment now) => IssuedOn is { } from ? now.Due(from, Terms.ProposalFeedback, "发出建议") : null;

    private protected override Refusal? Guard(ProposalAct act, Person person, Moment now) =>
        act is ProposalAct.TellOverdue && (OverdueTold || now.Date <= DueOn) ? SupervisingRefusals.FeedbackNotOverdue : null;
}
