namespace Xinfang.CaseHandling.Domain;

/// <summary>
/// Everything people said or wrote while the petition was handled. One value, so that it is encrypted at rest as one
/// and no free text can be forgotten in a column of its own.
/// </summary>
public sealed record CaseFile
{
    /// <summary>听取信访人陈述 (art. 31 item 6), oldest first.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>One line per claim of the petition; the opinion fills them in (art. 32).</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The opinion while it is on its way to the signature.</summary>
    public OpinionDraft? Draft { get; init; }

    /// <summary>Number of the last version drafted before the petition was taken on anew: versions are counted through.</summary>
    public int DraftedBefore { get; init; }

    /// <summary>Signed opinions that were withdrawn before service, oldest first.</summary>
    public IReadOnlyList<OpinionWithdrawal> Withdrawals { get; init; } = [];

    /// <summary>The facts found (art. 32).</summary>
    public string? Facts { get; init; }

    /// <summary>异议 of every round, oldest first (art. 23 para. 3).</summary>
    public IReadOnlyList<Contestation> Contestations { get; init; } = [];

    public Declination? Declination { get; init; }

    public ExtensionLedger Extensions { get; init; } = new();

    public ServiceReceipt? Service { get; init; }

    /// <summary>What the petitioner may ring about the handling.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The officer's note on the acceptance.</summary>
    public string? AcceptanceNote { get; init; }

    /// <summary>办结 result; the 办结报告 of an assigned petition (art. 22 para. 1 item 3).</summary>
    public string? Result { get; init; }

    /// <summary>Why a person stood aside (art. 28 para. 3), by account.</summary>
    public IReadOnlyDictionary<string, string> Recusals { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the simple procedure was taken (C-01), and how it ended; null in the ordinary procedure.</summary>
    public SimpleChoice? Simple { get; init; }

    /// <summary>Every contact with the petitioner, oldest first (首次联系).</summary>
    public IReadOnlyList<ContactNote> Contacts { get; init; } = [];

    /// <summary>移交承办人, oldest first; the first handler stays.</summary>
    public IReadOnlyList<HandOverNote> HandOvers { get; init; } = [];

    /// <summary>研究论证 of a suggestion, oldest first (art. 29).</summary>
    public IReadOnlyList<Study> Studies { get; init; } = [];

    /// <summary>Thanks and rewards for a suggestion, oldest first (art. 29).</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    /// <summary>What becomes of a suggestion (art. 29).</summary>
    public SuggestionAnswer? Answer { get; init; }

    /// <summary>Mediations and settlements, oldest first (art. 33); only the last can be running.</summary>
    public IReadOnlyList<Mediation> Mediations { get; init; } = [];

    /// <summary>Hearings, oldest first (art. 31 item 6); only the last can be waiting.</summary>
    public IReadOnlyList<Hearing> Hearings { get; init; } = [];

    /// <summary>What was done to settle it (art. 37), oldest first.</summary>
    public IReadOnlyList<MeasureTaken> Measures { get; init; } = [];

    /// <summary>The four duties as checked on completion (art. 27), where it was settled and what had caused it (art. 42).</summary>
    public Closing? Closing { get; init; }

    /// <summary>What the organ owes out of a supporting opinion or an agreement (art. 32 para. 2, 33).</summary>
    public IReadOnlyList<Enforcement> Enforcements { get; init; } = [];

    public Termination? Termination { get; init; }

    /// <summary>Why the petitioner had the handling reopened, oldest first.</summary>
    public IReadOnlyList<Reopening> Reopenings { get; init; } = [];

    /// <summary>What the disciplinary organ did with an accusation (art. 30).</summary>
    public AccusationFile Accusation { get; init; } = new();

    /// <summary>责令重作 by a reviewing body, the last one.</summary>
    public Redo? Redo { get; init; }

    /// <summary>An earlier petition that ended with a recheck, and how this one compares.</summary>
    public EarlierPetition? Earlier { get; init; }

    /// <summary>The answer as everybody may read it, or is going to.</summary>
    public Publication? Publication { get; init; }

    internal static CaseFile WithClaims(int count) =>
        new() { Claims = [.. Enumerable.Range(1, count).Select(number => new Claim(number))] };
}

/// <summary>The petitioner was heard on this day.</summary>
public sealed record Statement(DateOnly HeardOn, StatementWay Way, string Summary, string By);

/// <summary>A claim by its number in the petition; outcome, reason and basis are absent until the opinion is issued.</summary>
public sealed record Claim(int Number, Outcome? Outcome = null, string? Reason = null, string? Basis = null);

/// <summary>An organ's objection to a routing, and what the office decided.</summary>
public sealed record Contestation(
    int Round, string Organ, DateOnly ContestedOn, string By, string Reason, string? ProposedOrgan,
    bool? Agreed = null, DateOnly? DecidedOn = null, string? DecidedBy = null, string? Decision = null);

/// <summary>Why the petition is not accepted, and which body is the right one.</summary>
public sealed record Declination(Road Road, string Body, string Reason, DateOnly? Until);

/// <summary>送达回证: how, when and to whom the opinion was served.</summary>
public sealed record ServiceReceipt(ServiceMethod Method, DateOnly ServedOn, string Receiver, string? Note);

/// <summary>The questions of admission as they were answered, and the switch to the ordinary procedure, if there was one (C-08).</summary>
public sealed record SimpleChoice(SimpleGround Ground, string? Note, bool PaperWanted, DateOnly ChosenOn, string By, DateOnly? LeftOn = null, string? LeftBy = null, string? Reason = null);

/// <summary>联系信访人: when, how, whether somebody was reached.</summary>
public sealed record ContactNote(DateTimeOffset At, StatementWay Way, bool Reached, string Note, string By);

/// <summary>From whom to whom, and why.</summary>
public sealed record HandOverNote(DateOnly On, string From, string To, string Reason, string By);

/// <summary>研究论证: on which day, who took part, what they came to (art. 29).</summary>
public sealed record Study(DateOnly On, IReadOnlyList<string> Participants, string Conclusion, string By);

/// <summary>答复建议: what is adopted, in the organ's words, and whether a reward is due (art. 29).</summary>
/// <param name="Reason">Why it is not adopted, or not as a whole.</param>
/// <param name="Measure">What the organ does about what it has adopted, with the day it has set itself.</param>
public sealed record SuggestionAnswer(
    SuggestionOutcome Adoption, string Reply, bool Reward, string? Reason = null, string? Measure = null, DateOnly? MeasureDueOn = null,
    DateOnly? MeasureDoneOn = null, string? MeasureResult = null);

/// <summary>致谢、奖励 (art. 29): of which kind, on which day, what it was.</summary>
public sealed record Reward(RewardKind Kind, DateOnly On, string Note, string By);

/// <summary>A side has agreed to mediation on this day.</summary>
public sealed record Consent(Party Party, DateOnly On, string Note, string By);

/// <summary>调解或者和解: consents first, then talks, then an agreement or the way back to handling (art. 33).</summary>
public sealed record Mediation(
    MediationKind Kind, IReadOnlyList<Consent> Consents, DateOnly? StartedOn = null, string? Mediator = null,
    DateOnly? AgreedOn = null, AgreementForm? Form = null, string? Content = null, DateOnly? PerformBy = null,
    DateOnly? FailedOn = null, string? Reason = null)
{
    /// <summary>Neither agreed nor failed.</summary>
    public bool IsOpen() => AgreedOn is null && FailedOn is null;
}

/// <summary>听证: called at least seven days before; the chair has not investigated the matter (art. 31 item 6).</summary>
public sealed record Hearing(
    HearingGround Ground, string Why, DateOnly NoticedOn, DateOnly HeldOn, string Place, string Chair,
    IReadOnlyList<string> Members, IReadOnlyList<string> Parties,
    bool Held = false, bool? PetitionerCame = null, string? Minutes = null, string? Conclusion = null, DateOnly? CancelledOn = null, string? Reason = null)
{
    /// <summary>Called, not yet held or cancelled.</summary>
    public bool IsWaiting() => !Held && CancelledOn is null;
}

/// <summary>A means that was used (art. 37).</summary>
public sealed record MeasureTaken(Means Measure, DateOnly On, string Note, string By);

/// <summary>One of the four duties: whether it applies, and what shows that it was fulfilled (art. 27).</summary>
public sealed record LimbCheck(Limb Limb, bool Applies, string? Evidence);

/// <summary>办结: what is asked for when a file is closed.</summary>
public sealed record Closing(IReadOnlyList<LimbCheck> Limbs, ClosingLevel? Level, RootCause? Cause, IReadOnlyList<Means> Measures);

/// <summary>落实: a supported claim, or an agreement, that the organ must carry out (art. 32 para. 2).</summary>
/// <param name="Number">1, 2, … within the petition.</param>
/// <param name="Claim">Number of the claim; null for an agreement.</param>
public sealed record Enforcement(
    int Number, int? Claim, DateOnly DueOn, string? Plan = null, DateOnly? DoneOn = null, string? Evidence = null,
    DateOnly? RefusedOn = null, string? Refusal = null)
{
    /// <summary>Neither done nor refused for good.</summary>
    public bool IsOpen() => DoneOn is null;
}

/// <summary>终止办理.</summary>
public sealed record Termination(TerminationGround Ground, string Reason, DateOnly On, string By);

/// <summary>重新办理 at the petitioner's wish, with everything the handling before it had come to.</summary>
public sealed record Reopening(
    DateOnly On, string Reason, DateOnly? DecidedOn, IReadOnlyList<Statement> Statements, IReadOnlyList<Claim> Claims, string? Facts,
    ServiceReceipt? Service, string? Result, Closing? Closing, IReadOnlyList<Enforcement> Enforcements,
    SuggestionAnswer? Answer = null, IReadOnlyList<Study>? Studies = null);

/// <summary>The acts of the disciplinary organ on an accusation. Nothing of it leaves that organ (art. 30).</summary>
public sealed record AccusationFile
{
    public AccusationCheck? Check { get; init; }
    public AccusationTransfer? Transfer { get; init; }

    /// <summary>告知组织（人事）部门.</summary>
    public IReadOnlyList<AccusationNote> Informed { get; init; } = [];

    /// <summary>反馈结果.</summary>
    public AccusationNote? Told { get; init; }
}

/// <summary>初步核实.</summary>
public sealed record AccusationCheck(Verification Finding, string Summary, DateOnly On, string By);

/// <summary>按管理权限移送.</summary>
public sealed record AccusationTransfer(string Body, string Reason, DateOnly On, string By);

/// <summary>Somebody was told on this day.</summary>
public sealed record AccusationNote(DateOnly On, string Note, string By);
