namespace Xinfang.Portal.Api;

/// <summary>A step of a task.</summary>
public sealed record GovernanceMilestone(int Number, string Text, DateOnly DueOn, DateOnly? DoneOn, bool Overdue);

/// <summary>A leader asked or pressed.</summary>
public sealed record GovernanceUrging(DateOnly On, string Way, string WayText, string Words, bool ByLeader);

/// <summary>A task of the law-based work.</summary>
public sealed record GovernanceTask(
    Guid Id, string Kind, string KindText, string Organ, string OrganName, string Owner, string Title, string Text, DateOnly MadeOn, DateOnly DueOn, string? Pillar, string? PillarText, string? Source, bool ByLeader, string? Business, Guid? MeetingId,
    string Status, string StatusText, bool Overdue, bool InTime, string? Evidence, DateOnly? ReportedOn, string? Remark, DateOnly? DecidedOn, DateOnly? DueSoonToldOn, DateOnly? OverdueToldOn, string Basis,
    IReadOnlyList<GovernanceMilestone> Milestones, IReadOnlyList<GovernanceUrging> Urgings, IReadOnlyList<ActView> Acts, uint Version = 0);

/// <summary>A point of an agenda, with its legality opinion.</summary>
public sealed record GovernancePoint(int Number, string Text, string? Legality, string? LegalityText, string? Adviser, string? Opinion, DateOnly? OpinionOn);

/// <summary>What was decided.</summary>
public sealed record GovernanceDecision(int Point, string Outcome, string OutcomeText, string Text, string? Organ, string? OrganName, string? Owner, DateOnly? DueOn, Guid? TaskId);

/// <summary>Who takes part.</summary>
public sealed record GovernanceParticipant(string Organ, string OrganName);

/// <summary>A meeting of the law-based work.</summary>
public sealed record GovernanceMeeting(
    Guid Id, string Kind, string KindText, string Title, DateOnly On, string Place, string Chair, IReadOnlyList<GovernanceParticipant> Organs, string State, string StateText, string? Minutes, string? Reason, string Basis,
    IReadOnlyList<GovernancePoint> Agenda, IReadOnlyList<GovernanceDecision> Decisions, IReadOnlyList<ActView> Acts);

/// <summary>An evaluation of a mechanism.</summary>
public sealed record MechanismEvaluated(DateOnly DueOn, DateOnly On, string Result, string ResultText, string Words, int Version, bool InTime);

/// <summary>A text the work goes by.</summary>
public sealed record MechanismView(
    Guid Id, string Title, string? Number, string Owner, DateOnly AdoptedOn, int Version, string Text, DateOnly? EvaluateOn, bool Retired, bool Overdue, DateOnly? OverdueToldOn, IReadOnlyList<MechanismEvaluated> Evaluations, IReadOnlyList<ActView> Acts);

/// <summary>A check of compliance.</summary>
public sealed record ComplianceCheckView(
    Guid Id, string Area, string AreaText, string Item, DateOnly On, bool Passed, string Evidence, string? Rectification, DateOnly? RectifiedOn, string Basis, IReadOnlyList<ActView> Acts);

/// <summary>Something that must be public.</summary>
public sealed record PublishingItemView(
    Guid Id, string? Rule, string Title, DateOnly DueOn, DateOnly? PublishedOn, string? Where, bool InTime, bool Overdue, DateOnly? DueSoonToldOn, DateOnly? OverdueToldOn, string Basis, IReadOnlyList<ActView> Acts);

/// <summary>A part of something counted.</summary>
public sealed record GovernanceShare(int Part, int All, double? Value);

/// <summary>A task on the board.</summary>
public sealed record RoadMapCard(Guid Id, string KindText, string Title, string OrganName, DateOnly DueOn, string Status, string StatusText, bool Overdue, bool InTime, int Milestones, int MilestonesDone);

/// <summary>One of the 五化 on the board.</summary>
public sealed record RoadMapColumn(string Pillar, string PillarText, int Tasks, int Confirmed, int Overdue, GovernanceShare OnTime, GovernanceShare MilestonesOnTime, IReadOnlyList<RoadMapCard> Cards);

/// <summary>The board of a year.</summary>
public sealed record RoadMap(int Year, IReadOnlyList<RoadMapColumn> Columns);

/// <summary>A measure of the law-based work.</summary>
public sealed record GovernanceMeasure(string Line, string Name, int Part, int All, double? Value);

/// <summary>An organ's tasks, counted.</summary>
public sealed record GovernanceOrgan(string Organ, string OrganName, int Tasks, int Confirmed, int Overdue, GovernanceShare OnTime);

/// <summary>The measures of a year.</summary>
public sealed record GovernanceMeasures(int Year, IReadOnlyList<GovernanceMeasure> Measures, IReadOnlyList<GovernanceOrgan> Organs);

/// <summary>A thing in the evidence book.</summary>
public sealed record EvidenceEntry(DateOnly On, string Text, Guid? Id = null);

/// <summary>Things of one kind in the evidence book, and what is missing.</summary>
public sealed record EvidenceGroup(string Code, string Title, int Count, string Summary, string? Missing, IReadOnlyList<EvidenceEntry> Entries);

/// <summary>What the first person responsible did in a year.</summary>
public sealed record EvidenceBook(int Year, int Filled, IReadOnlyList<EvidenceGroup> Groups, string Basis);

/// <summary>The law-based work, through Insight.</summary>
public sealed class GovernanceClient(HttpClient http) : GatewayClient(http, "/api/insight/governance")
{
    /// <summary>Anything, by its route.</summary>
    public Task<Answer<T>> Read<T>(string path, CancellationToken ct) where T : class => Get<T>(path, ct: ct);

    /// <summary>Makes something under an id.</summary>
    public Task<Answer<Done>> Make(string path, object body, CancellationToken ct) => Put<Done>(path, body, ct);

    /// <summary>An act.</summary>
    public Task<Answer<Done>> Act(string path, object body, CancellationToken ct) => Post<Done>(path, body, ct: ct);

    /// <summary>An edit of the version that was read.</summary>
    public Task<Answer<Done>> Edit(string path, object body, string version, CancellationToken ct) => Send<Done>(HttpMethod.Post, path, body, null, null, null, ct, $"\"{version}\"");
}
