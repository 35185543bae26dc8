namespace Xinfang.Contracts.Training.V1;

/// <summary>培训办结: a session is over and people have signed in. Counts only, no people.</summary>
public sealed record CourseHeld
{
    public required Guid SessionId { get; init; }

    /// <summary>Group, Class or Online.</summary>
    public required string Mode { get; init; }

    /// <summary>Code of the catalogue of forms.</summary>
    public required string Form { get; init; }

    /// <summary>Code of the catalogue of topics.</summary>
    public required string Topic { get; init; }

    /// <summary>学时 that attendance counts, in tenths: 35 are 3.5.</summary>
    public required int HourTenths { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>How many signed in.</summary>
    public required int Attendance { get; init; }

    /// <summary>Of how many organs.</summary>
    public required int Organs { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
