using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>A row of the inbox.</summary>
public sealed record CaseRow
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>Number.</summary>
    public string? Number { get; init; }
    /// <summary>Suggestion, Accusation, Redress.</summary>
    public string Category { get; init; } = "";
    /// <summary>Received, Accepted …</summary>
    public string Status { get; init; } = "";
    /// <summary>An officer has it.</summary>
    public bool Claimed { get; init; }
    /// <summary>重大、紧急.</summary>
    public bool Urgent { get; init; }
    /// <summary>交办.</summary>
    public bool Assigned { get; init; }
    /// <summary>Which routing.</summary>
    public int Round { get; init; }
    /// <summary>By the organ.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Code of the organ.</summary>
    public string Organ { get; init; } = "";
    /// <summary>Account of the officer.</summary>
    public string? Officer { get; init; }
    /// <summary>The nearest date.</summary>
    public NextTerm? Next { get; init; }
}

/// <summary>How many petitions lie in which box.</summary>
public sealed record CaseCounts(int All, int ToClaim, int ToAccept, int Handling, int ToCheck, int ToSign, int ToServe, int ToComplete, int ToEnforce, int Contested, int Done, int Overdue)
{
    /// <summary>Of a box by its name.</summary>
    public int Of(string box) => box switch
    {
        "ToClaim" => ToClaim,
        "ToAccept" => ToAccept,
        "Handling" => Handling,
        "ToCheck" => ToCheck,
        "ToSign" => ToSign,
        "ToServe" => ToServe,
        "ToComplete" => ToComplete,
        "ToEnforce" => ToEnforce,
        "Contested" => Contested,
        "Done" => Done,
        _ => All,
    };
}

/// <summary>A claim with its outcome, once decided.</summary>
public sealed record ClaimView(int Number, string? Outcome = null, string? Reason = null, string? Basis = null);

/// <summary>听取陈述.</summary>
public sealed record StatementView(DateOnly HeardOn, string Way, string Summary, string By);

/// <summary>延期.</summary>
public sealed record ExtensionView(int Days, string Reason, string Status, DateOnly GrantedOn, DateOnly? ServedOn = null, string? Method = null);

/// <summary>异议.</summary>
public sealed record ContestationView(
    int Round, string Organ, DateOnly ContestedOn, string By, string Reason, string? ProposedOrgan = null,
    bool? Agreed = null, DateOnly? DecidedOn = null, string? DecidedBy = null, string? Decision = null);

/// <summary>不予受理.</summary>
public sealed record DeclinationView(string Road, string Body, string Reason, DateOnly? Until = null);

/// <summary>送达回证.</summary>
public sealed record ServiceView(string Method, DateOnly ServedOn, string Receiver, string? Note = null);

/// <summary>简易办理.</summary>
public sealed record SimpleView(string Ground, string? Note, bool PaperWanted, DateOnly ChosenOn, string By, DateOnly? LeftOn = null, string? Reason = null);

/// <summary>答复建议.</summary>
public sealed record SuggestionAnswerView(
    string Adoption, string Reply, bool Reward, string? Reason = null, string? Measure = null, DateOnly? MeasureDueOn = null, DateOnly? MeasureDoneOn = null, string? MeasureResult = null);

/// <summary>研究论证.</summary>
public sealed record StudyView(DateOnly On, IReadOnlyList<string> Participants, string Conclusion, string By);

/// <summary>致谢、奖励.</summary>
public sealed record RewardView(string Kind, DateOnly On, string Note, string By);

/// <summary>A side agrees.</summary>
public sealed record ConsentView(string Party, DateOnly On, string Note);

/// <summary>调解、和解.</summary>
public sealed record MediationView(
    string Kind, IReadOnlyList<ConsentView> Consents, DateOnly? StartedOn = null, string? Mediator = null, DateOnly? AgreedOn = null, string? Form = null,
    string? Content = null, DateOnly? PerformBy = null, DateOnly? FailedOn = null, string? Reason = null);

/// <summary>听证.</summary>
public sealed record HearingView(
    string Ground, string Why, DateOnly NoticedOn, DateOnly HeldOn, string Place, string Chair, IReadOnlyList<string> Members, IReadOnlyList<string> Parties,
    bool Held = false, bool? PetitionerCame = null, string? Minutes = null, string? Conclusion = null, DateOnly? CancelledOn = null, string? Reason = null);

/// <summary>化解措施.</summary>
public sealed record MeasureView(string Measure, DateOnly On, string Note);

/// <summary>One of the four duties.</summary>
public sealed record LimbView(string Limb, bool Applies, string? Evidence = null);

/// <summary>办结时核对的.</summary>
public sealed record ClosingView(IReadOnlyList<LimbView> Limbs, string? Level, string? Cause, IReadOnlyList<string> Measures);

/// <summary>落实事项.</summary>
public sealed record EnforcementView(
    int Number, int? Claim, DateOnly DueOn, string? Plan = null, DateOnly? DoneOn = null, string? Evidence = null, DateOnly? RefusedOn = null, string? Refusal = null);

/// <summary>终止.</summary>
public sealed record TerminationView(string Ground, string Reason, DateOnly On);

/// <summary>重新办理.</summary>
public sealed record ReopeningView(DateOnly On, string Reason, DateOnly? DecidedOn = null);

/// <summary>Somebody was told.</summary>
public sealed record ToldView(DateOnly On, string Note);

/// <summary>初步核实.</summary>
public sealed record AccusationCheckView(string Finding, string Summary, DateOnly On);

/// <summary>移送.</summary>
public sealed record AccusationTransferView(string Body, string Reason, DateOnly On);

/// <summary>The acts on an accusation.</summary>
public sealed record AccusationView(AccusationCheckView? Check = null, AccusationTransferView? Transfer = null, IReadOnlyList<ToldView>? Informed = null, ToldView? Told = null);

/// <summary>移交承办人.</summary>
public sealed record HandOverView(DateOnly On, string From, string To, string Reason);

/// <summary>An attempt to reach the petitioner.</summary>
public sealed record ContactLineView(DateTimeOffset At, string Way, bool Reached, string Note, string By);

/// <summary>首次联系 and the log.</summary>
public sealed record ContactView(DateTimeOffset? DueAt = null, DateTimeOffset? FirstAt = null, bool? InTime = null, IReadOnlyList<ContactLineView>? Log = null);

/// <summary>A petition, for the organ that handles it and for the office.</summary>
public sealed record CasePetition
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>Number.</summary>
    public string? Number { get; init; }
    /// <summary>Suggestion, Accusation, Redress.</summary>
    public string Category { get; init; } = "";
    /// <summary>Received, Accepted …</summary>
    public string Status { get; init; } = "";
    /// <summary>In Chinese.</summary>
    public string StatusText { get; init; } = "";
    /// <summary>保密.</summary>
    public bool Sealed { get; init; }
    /// <summary>重大、紧急.</summary>
    public bool Urgent { get; init; }
    /// <summary>交办.</summary>
    public bool Assigned { get; init; }
    /// <summary>Which routing.</summary>
    public int Round { get; init; }
    /// <summary>Agrees to electronic service.</summary>
    public bool ElectronicService { get; init; }
    /// <summary>By the organ.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>签收.</summary>
    public DateOnly? AcknowledgedOn { get; init; }
    /// <summary>研究论证, of a suggestion.</summary>
    public IReadOnlyList<StudyView>? Studies { get; init; }
    /// <summary>致谢、奖励.</summary>
    public IReadOnlyList<RewardView>? Rewards { get; init; }
    /// <summary>How many supplements the petitioner made.</summary>
    public int Supplements { get; init; }
    /// <summary>The organ.</summary>
    public OrganView? Organ { get; init; }
    /// <summary>Account of the officer.</summary>
    public string? Officer { get; init; }
    /// <summary>Where a review is asked for.</summary>
    public OrganView? ReviewBody { get; init; }
    /// <summary>Dates.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];
    /// <summary>What the caller may do.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];
    /// <summary>Claims by number; their words are in the dossier.</summary>
    public IReadOnlyList<ClaimView> Claims { get; init; } = [];
    /// <summary>What was found.</summary>
    public string? Facts { get; init; }
    /// <summary>Statements heard.</summary>
    public IReadOnlyList<StatementView> Statements { get; init; } = [];
    /// <summary>Extensions.</summary>
    public IReadOnlyList<ExtensionView> Extensions { get; init; } = [];
    /// <summary>Contestations.</summary>
    public IReadOnlyList<ContestationView> Contestations { get; init; } = [];
    /// <summary>Why it was declined.</summary>
    public DeclinationView? Declination { get; init; }
    /// <summary>How the opinion was served.</summary>
    public ServiceView? Service { get; init; }
    /// <summary>What came of it.</summary>
    public string? Result { get; init; }
    /// <summary>重复信访.</summary>
    public bool Repeat { get; init; }
    /// <summary>第几次; null where the office has not said which petition it repeats.</summary>
    public int? RepeatRound { get; init; }
    /// <summary>简易办理.</summary>
    public bool Simple { get; init; }
    /// <summary>Why simple, and how it ended.</summary>
    public SimpleView? SimpleChoice { get; init; }
    /// <summary>答复建议.</summary>
    public SuggestionAnswerView? Answer { get; init; }
    /// <summary>Mediations.</summary>
    public IReadOnlyList<MediationView> Mediations { get; init; } = [];
    /// <summary>Hearings.</summary>
    public IReadOnlyList<HearingView> Hearings { get; init; } = [];
    /// <summary>Means used.</summary>
    public IReadOnlyList<MeasureView> Measures { get; init; } = [];
    /// <summary>The four duties, level and cause.</summary>
    public ClosingView? Closing { get; init; }
    /// <summary>What is owed.</summary>
    public IReadOnlyList<EnforcementView> Enforcements { get; init; } = [];
    /// <summary>Why it was terminated.</summary>
    public TerminationView? Termination { get; init; }
    /// <summary>Reopenings.</summary>
    public IReadOnlyList<ReopeningView> Reopenings { get; init; } = [];
    /// <summary>Acts on an accusation.</summary>
    public AccusationView? Accusation { get; init; }
    /// <summary>首办责任人.</summary>
    public string? FirstHandler { get; init; }
    /// <summary>Hand-overs.</summary>
    public IReadOnlyList<HandOverView> HandOvers { get; init; } = [];
    /// <summary>联系信访人.</summary>
    public ContactView? Contact { get; init; }
    /// <summary>Accounts that stand aside.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];
    /// <summary>Papers.</summary>
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];
    /// <summary>留痕.</summary>
    public IReadOnlyList<RecordLine> Record { get; init; } = [];
    /// <summary>Whether the record holds.</summary>
    public ChainCheck? Chain { get; init; }
}

/// <summary>CaseHandling's routes.</summary>
public sealed class CaseHandlingClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    /// <summary>A paper, for the citizen by ticket or for staff of the organ.</summary>
    public Task<Answer<DocumentContent>> Document(Guid petition, Guid id, string? ticket, CancellationToken ct) =>
        Get<DocumentContent>($"/petitions/{petition}/documents/{id}", ticket, ct);

    /// <summary>The inbox.</summary>
    public Task<Answer<Page<CaseRow>>> List(string box, string? after, CancellationToken ct) =>
        Get<Page<CaseRow>>("/petitions" + IntakeClient.Query(("box", box), ("after", after)), ct: ct);

    /// <summary>How many lie in which box.</summary>
    public Task<Answer<Listed<ContestationView>>> Contestations(Guid petition, CancellationToken ct) => Get<Listed<ContestationView>>($"/petitions/{petition}/contestations", ct: ct);

    /// <summary>How many wait.</summary>
    public Task<Answer<CaseCounts>> Counts(CancellationToken ct) => Get<CaseCounts>("/petitions/counts", ct: ct);

    /// <summary>A petition.</summary>
    public Task<Answer<CasePetition>> Petition(Guid id, CancellationToken ct) => Get<CasePetition>($"/petitions/{id}", ct: ct);

    /// <summary>要求重新办理, by the petitioner.</summary>
    public Task<Answer<Done>> Reopen(Guid petition, string reason, string ticket, CancellationToken ct) =>
        Post<Done>($"/petitions/{petition}/reopening", new { reason }, ticket, ct: ct);

    /// <summary>An act, by its route below the petition.</summary>
    public Task<Answer<Done>> Act(Guid id, string route, object? body, CancellationToken ct) => Post<Done>($"/petitions/{id}/{route}", body, ct: ct);
}
