using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>The three levels of article 24: the organs negotiate, their common superior decides, the joint conference coordinates.</summary>
public enum DisputeLevel { Negotiation, Superior, JointConference }

/// <summary>争议提交: the organs that cannot agree, and the level they are at.</summary>
public sealed record DisputeOpened(PetitionId Id, IReadOnlyList<string> Organs, DisputeLevel Level, DueDate Due, string By, DateTimeOffset At);

/// <summary>What a level came to.</summary>
/// <param name="Settled">The routing that follows; null when the level did not settle it.</param>
/// <param name="Next">The level it goes to then, and until when.</param>
public sealed record DisputeDecided(PetitionId Id, DisputeLevel Level, Routed? Settled, DisputeLevel? Next, DueDate? Due, string By, DateTimeOffset At);

/// <summary>受理争议 (art. 24) over one petition. Its result is a routing.</summary>
public sealed class Dispute
{
    private readonly List<DisputeStep> _steps = [];

    private Dispute() { } // EF Core

    internal Dispute(PetitionId petition, IReadOnlyList<string> organs, string? commonSuperior) =>
        (PetitionId, Organs, CommonSuperior) = (petition, [.. organs], commonSuperior);

    public PetitionId PetitionId { get; private init; }
    public List<string> Organs { get; private init; } = [];

    /// <summary>共同的上一级; null where there is none and the joint conference comes next.</summary>
    public string? CommonSuperior { get; private init; }

    public IReadOnlyList<DisputeStep> Steps => _steps;

    /// <summary>The level it is at; the last one once it is settled.</summary>
    public DisputeStep Now => _steps.MaxBy(step => step.Level)!;

    public bool Open => Now.EndedAt is null;

    /// <summary>The district's limit for a level; the Regulation sets none.</summary>
    public static Term TermOf(DisputeLevel level) => level switch
    {
        DisputeLevel.Negotiation => Terms.DisputeNegotiation,
        DisputeLevel.Superior => Terms.DisputeSuperior,
        _ => Terms.DisputeConference,
    };

    /// <summary>The level after this one.</summary>
    public DisputeLevel? Next => Now.Level switch
    {
        DisputeLevel.Negotiation => CommonSuperior is null ? DisputeLevel.JointConference : DisputeLevel.Superior,
        DisputeLevel.Superior => DisputeLevel.JointConference,
        _ => null,
    };

    internal DueDate Enter(DisputeLevel level, Moment now)
    {
        var due = now.Due(TermOf(level), "提交协调");
        _steps.Add(new DisputeStep(PetitionId, level, now.Date, due));
        return due;
    }
}

/// <summary>One level of a dispute.</summary>
public sealed class DisputeStep
{
    private DisputeStep() { } // EF Core

    internal DisputeStep(PetitionId petition, DisputeLevel level, DateOnly since, DueDate due) =>
        (PetitionId, Level, Since, StrictDueOn, DueOn) = (petition, level, since, due.StrictDueOn, due.DueOn);

    public PetitionId PetitionId { get; private init; }
    public DisputeLevel Level { get; private init; }
    public DateOnly Since { get; private init; }
    public DateOnly StrictDueOn { get; private init; }
    public DateOnly DueOn { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The organ it was settled on; null when the level did not settle it.</summary>
    public string? Settled { get; private set; }

    internal void End(string? settled, DateTimeOffset at) => (Settled, EndedAt) = (settled, at);
}
