using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>What a clerk registers.</summary>
public sealed record RegisterPetition
{
    /// <summary>Letter, Phone, Fax, Visit.</summary>
    public required string Channel { get; init; }
    /// <summary>The day it came in; terms run from it.</summary>
    public required DateOnly ReceivedOn { get; init; }
    /// <summary>Who.</summary>
    public required PetitionerInput Petitioner { get; init; }
    /// <summary>Who acts for them, if anybody does.</summary>
    public AgentInput? Agent { get; init; }
    /// <summary>Others who act, each with their own scope and term.</summary>
    public IReadOnlyList<AgentInput>? FurtherAgents { get; init; }
    /// <summary>In one sentence.</summary>
    public required string Subject { get; init; }
    /// <summary>What happened.</summary>
    public required string Facts { get; init; }
    /// <summary>One per line.</summary>
    public required IReadOnlyList<string> Claims { get; init; }
    /// <summary>As the petitioner says.</summary>
    public string? Category { get; init; }
    /// <summary>Street code.</summary>
    public string? Street { get; init; }
    /// <summary>Where.</summary>
    public string? Place { get; init; }
    /// <summary>Since when.</summary>
    public DateOnly? HappenedOn { get; init; }
    /// <summary>Agrees to electronic service.</summary>
    public bool ElectronicService { get; init; }
    /// <summary>Portal, Sms or Post; by what is known of the person when nothing was said.</summary>
    public string? NoticeWay { get; init; }
    /// <summary>How many people.</summary>
    public int? People { get; init; }
    /// <summary>Those who sign with the petitioner.</summary>
    public IReadOnlyList<string> CoSigners { get; init; } = [];
    /// <summary>Elected representatives of a visit, at most five.</summary>
    public IReadOnlyList<string> Representatives { get; init; } = [];
    /// <summary>How they were elected.</summary>
    public string? ElectionNote { get; init; }
    /// <summary>Said, not written.</summary>
    public bool Oral { get; init; }
    /// <summary>Read back and confirmed.</summary>
    public bool ReadBackConfirmed { get; init; }
    /// <summary>越级访: where it should have been brought first.</summary>
    public string? StepUpOrgan { get; init; }
    /// <summary>What the visitor was told.</summary>
    public string? StepUpGuidance { get; init; }
    /// <summary>Files uploaded before: what was enclosed.</summary>
    public IReadOnlyList<Guid>? Attachments { get; init; }
    /// <summary>The letter, page by page.</summary>
    public IReadOnlyList<Guid>? LetterPages { get; init; }
    /// <summary>The envelope.</summary>
    public IReadOnlyList<Guid>? Envelope { get; init; }
}

/// <summary>A row of the routing desk.</summary>
public sealed record IntakeRow
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>Number.</summary>
    public string Number { get; init; } = "";
    /// <summary>In one sentence.</summary>
    public string Subject { get; init; } = "";
    /// <summary>Street code.</summary>
    public string? Street { get; init; }
    /// <summary>Online, Letter, Phone, Fax, Visit.</summary>
    public string Channel { get; init; } = "";
    /// <summary>张*.</summary>
    public string? PetitionerMasked { get; init; }
    /// <summary>Received on.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Suggestion, Accusation, Redress.</summary>
    public string? Category { get; init; }
    /// <summary>重大、紧急.</summary>
    public bool Urgent { get; init; }
    /// <summary>保密.</summary>
    public bool Sealed { get; init; }
    /// <summary>Where it stands, in Chinese.</summary>
    public string StageText { get; init; } = "";
    /// <summary>The forwarding term.</summary>
    public TermView? Term { get; init; }
    /// <summary>Code of the organ that has it.</summary>
    public string? Organ { get; init; }
    /// <summary>Who has it open.</summary>
    public HoldView? Hold { get; init; }
    /// <summary>Bodies that handed it over, with their numbers and terms.</summary>
    public IReadOnlyList<OriginView> Origins { get; init; } = [];
}

/// <summary>在办: who has a petition open at the desk.</summary>
public sealed record HoldView(string Account, DateTimeOffset Since, DateTimeOffset Until, bool Mine);

/// <summary>转入: a body that handed the petition over.</summary>
public sealed record OriginView(string Source, string SourceName, string Number, string ReasonText, DateOnly? DueOn, bool Overdue, bool Linked, DateTimeOffset At);

/// <summary>What became of one petition of several.</summary>
public sealed record ForwardedOne(Guid Id, bool Forwarded, string? LetterNumber = null, bool Late = false, string? Code = null, string? Reason = null, string? Basis = null);

/// <summary>How many petitions lie where.</summary>
public sealed record IntakeCounts(int ToRoute, int Returned, int Routed, int All, int DueSoon, int Overdue, int CallBacks = 0, bool CallBackOverdue = false, int Openings = 0, bool More = false);

/// <summary>Who petitions, as much as may be shown.</summary>
public sealed record MaskedPetitioner(
    bool Anonymous, string Name, string? IdNumber = null, string? Phone = null, string? Address = null, string Kind = "Person", bool Confidential = false, MaskedAgent? Agent = null, IReadOnlyList<MaskedAgent>? Agents = null);

/// <summary>A proposal of the duty catalogue; a person decides.</summary>
public sealed record Proposal(string Value, string Name, double Confidence, string InWords, IReadOnlyList<string> Evidence, string Reason);

/// <summary>What may make it urgent, or its people in need of care.</summary>
/// <param name="OfArticle25">Grave or urgent; else it asks for care.</param>
public sealed record SignalView(string Signal, string Name, double Confidence, string InWords, IReadOnlyList<string> Evidence, string Reason, string Basis, bool OfArticle25);

/// <summary>Proposals for the clerk.</summary>
public sealed record ProposalsView(
    IReadOnlyList<Proposal> Organs, IReadOnlyList<Proposal> Categories, IReadOnlyList<Proposal> Contents, IReadOnlyList<Proposal>? Roads = null, IReadOnlyList<SignalView>? Signals = null);

/// <summary>A routing that was made.</summary>
public sealed record RoutingView(int Round, OrganView? Organ, DateTimeOffset At, DateOnly? ReportDueOn, bool Late, DateTimeOffset? ReturnedAt, string? Reason, string? Demand);

/// <summary>What was added later.</summary>
public sealed record SupplementView(int Number, DateTimeOffset At, string? Text);

/// <summary>A petition, for the office.</summary>
public sealed record IntakePetition
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>Number.</summary>
    public string Number { get; init; } = "";
    /// <summary>Online, Letter, Phone, Fax, Visit.</summary>
    public string Channel { get; init; } = "";
    /// <summary>Received on.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>In one sentence.</summary>
    public string Subject { get; init; } = "";
    /// <summary>What happened; null when sealed.</summary>
    public string? Facts { get; init; }
    /// <summary>The claims; empty when sealed.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
    /// <summary>Who; null when sealed.</summary>
    public MaskedPetitioner? Petitioner { get; init; }
    /// <summary>长虹街道.</summary>
    public string? StreetName { get; init; }
    /// <summary>Where.</summary>
    public string? Place { get; init; }
    /// <summary>Since when.</summary>
    public DateOnly? HappenedOn { get; init; }
    /// <summary>Agrees to electronic service.</summary>
    public bool ElectronicService { get; init; }
    /// <summary>As the petitioner says.</summary>
    public string? StatedCategory { get; init; }
    /// <summary>As the clerk decided.</summary>
    public string? Category { get; init; }
    /// <summary>As the clerk decided.</summary>
    public string? ContentCode { get; init; }
    /// <summary>城乡建设.</summary>
    public string? ContentName { get; init; }
    /// <summary>重大、紧急.</summary>
    public bool Urgent { get; init; }
    /// <summary>保密.</summary>
    public bool Sealed { get; init; }
    /// <summary>Where it stands, in Chinese.</summary>
    public string StageText { get; init; } = "";
    /// <summary>Who has it.</summary>
    public OrganView? Organ { get; init; }
    /// <summary>首接 account.</summary>
    public string? FirstReceiver { get; init; }
    /// <summary>Dates.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];
    /// <summary>What the caller may do.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];
    /// <summary>Routings made.</summary>
    public IReadOnlyList<RoutingView> Routings { get; init; } = [];
    /// <summary>Added later.</summary>
    public IReadOnlyList<SupplementView> Supplements { get; init; } = [];
    /// <summary>Papers.</summary>
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];
    /// <summary>留痕.</summary>
    public IReadOnlyList<RecordLine> Record { get; init; } = [];
    /// <summary>Proposals while it waits for the clerk.</summary>
    public ProposalsView? Proposals { get; init; }
    /// <summary>The routing table, line by line, while it waits for the clerk.</summary>
    public ScreeningView? Screening { get; init; }
    /// <summary>Who else is part of it.</summary>
    public ParticipantsView? Participants { get; init; }
    /// <summary>Urgent reports.</summary>
    public IReadOnlyList<EscalationView> Escalations { get; init; } = [];
    /// <summary>Who is competent is in dispute, or was.</summary>
    public DisputeView? Dispute { get; init; }
    /// <summary>The call-back that a dissatisfied petitioner is owed, or has had.</summary>
    public CallBackView? CallBack { get; init; }
    /// <summary>Who has it open.</summary>
    public HoldView? Hold { get; init; }
    /// <summary>Bodies that handed it over, with their numbers and terms.</summary>
    public IReadOnlyList<OriginView> Origins { get; init; } = [];
    /// <summary>Files that were handed in; empty when sealed.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];
}

/// <summary>What was said, for the organ that holds the petition.</summary>
public sealed record Dossier
{
    /// <summary>Number.</summary>
    public string Number { get; init; } = "";
    /// <summary>In one sentence.</summary>
    public string Subject { get; init; } = "";
    /// <summary>What happened.</summary>
    public string? Facts { get; init; }
    /// <summary>The claims.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
    /// <summary>Street code.</summary>
    public string? Street { get; init; }
    /// <summary>Where.</summary>
    public string? Place { get; init; }
    /// <summary>Since when.</summary>
    public DateOnly? HappenedOn { get; init; }
    /// <summary>Who, masked.</summary>
    public MaskedPetitioner? Petitioner { get; init; }
    /// <summary>Online, Letter, Phone, Fax, Visit.</summary>
    public string Channel { get; init; } = "";
    /// <summary>Received by the office on.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Agrees to electronic service.</summary>
    public bool ElectronicService { get; init; }
    /// <summary>Why it was routed here.</summary>
    public string? Reason { get; init; }
    /// <summary>What the office demands, when assigned.</summary>
    public string? Demand { get; init; }
    /// <summary>Added later.</summary>
    public IReadOnlyList<SupplementView> Supplements { get; init; } = [];
    /// <summary>Files that were handed in.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];
}

/// <summary>How the petitioner rated.</summary>
public sealed record RatingView(
    bool Rated, OrganView? Organ = null, string? Office = null, string? OrganScore = null, string? OfficeReason = null, string? OrganReason = null, DateTimeOffset? RatedAt = null);
