using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>The six kinds of conduct that article 26 forbids, in its order.</summary>
public enum IncidentKind
{
    /// <summary>（一）非法聚集、围堵、冲击、拦截公务车辆、堵塞交通.</summary>
    GatheringOrBlocking = 1,

    /// <summary>（二）携带危险物品、管制器具.</summary>
    DangerousArticles = 2,

    /// <summary>（三）侮辱、殴打、威胁工作人员，非法限制人身自由，毁坏财物.</summary>
    ViolenceOrInsult = 3,

    /// <summary>（四）在接待场所滞留、滋事，把生活不能自理的人弃留.</summary>
    StayingOrAbandoning = 4,

    /// <summary>（五）煽动、串联、胁迫、以财物诱使、幕后操纵，借机敛财.</summary>
    IncitingOrProfiting = 5,

    /// <summary>（六）其他扰乱公共秩序、妨害国家和公共安全的.</summary>
    Other = 6,
}

/// <summary>The graded response of article 47: dissuade, criticise, educate; then the police.</summary>
public enum IncidentResponse { Dissuaded, Criticised, Educated, HandedToPolice }

/// <summary>
/// 秩序事件: what happened, and the answer step by step. It is about conduct on one day, never a mark on the petitioner: whatever was done,
/// the petition goes its way.
/// </summary>
public sealed class Incident
{
    private readonly List<IncidentStep> _steps = [];

    private Incident() { } // EF Core

    public Guid Id { get; private init; }

    /// <summary>The petition it happened at, where there is one.</summary>
    public PetitionId? PetitionId { get; private init; }

    public IncidentKind Kind { get; private init; }
    public DateTimeOffset OccurredAt { get; private init; }
    public string By { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public IReadOnlyList<IncidentStep> Steps => _steps;

    /// <summary>记录.</summary>
    /// <param name="what">What happened; kept encrypted, beside this.</param>
    public static Result<Incident> Note(Guid id, PetitionId? petition, IncidentKind kind, DateTimeOffset occurredAt, string? what, string by, Moment now)
    {
        if (!Enum.IsDefined(kind)) return Refusals.IncidentKindUnknown;
        if (occurredAt > now.At || occurredAt < now.At.AddDays(-365)) return Refusals.IncidentWhen;
        if (what?.Trim().Length is not (>= 10 and <= 3000)) return Refusals.IncidentText;
        return new Incident { Id = id, PetitionId = petition, Kind = kind, OccurredAt = occurredAt.ToUniversalTime(), By = by, At = now.At };
    }

    /// <summary>
    /// One step of the response. The police come after dissuading, criticising or educating has been tried; at once only where people
    /// or things are in danger (kinds 1 to 3).
    /// </summary>
    public Result<IncidentStep> Respond(IncidentResponse response, string? what, string by, Moment now)
    {
        if (what?.Trim().Length is not (>= 4 and <= 1000)) return Refusals.IncidentResponseText;
        if (_steps.Exists(step => step.Response is IncidentResponse.HandedToPolice)) return Refusals.IncidentClosed;
        if (response is IncidentResponse.HandedToPolice && _steps.Count == 0 && Kind is not (IncidentKind.GatheringOrBlocking or IncidentKind.DangerousArticles or IncidentKind.ViolenceOrInsult))
            return Refusals.PoliceComeLast;
        var step = new IncidentStep(Id, _steps.Count + 1, response, by, now.At);
        _steps.Add(step);
        return step;
    }
}

/// <summary>One step of the response to an incident.</summary>
public sealed class IncidentStep
{
    private IncidentStep() { } // EF Core

    internal IncidentStep(Guid incident, int number, IncidentResponse response, string by, DateTimeOffset at) =>
        (IncidentId, Number, Response, By, At) = (incident, number, response, by, at);

    public Guid IncidentId { get; private init; }
    public int Number { get; private init; }
    public IncidentResponse Response { get; private init; }
    public string By { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
}
