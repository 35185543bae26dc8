using Xinfang.Law;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>Something that was seen.</summary>
/// <param name="Subject">Of which service, folder or address; empty for the system as a whole.</param>
/// <param name="Cause">One Chinese sentence, without anybody's data.</param>
/// <param name="Keeps">It raises nothing, but keeps what is raised: it cannot be seen just now, or is nearly well.</param>
internal sealed record Sign(AlarmCode Code, string Subject, string Cause, bool Keeps = false)
{
    /// <summary>Neither there nor gone.</summary>
    public static Sign Unknown(AlarmCode code, string subject) => new(code, subject, "", Keeps: true);
}

/// <summary>When it was looked.</summary>
/// <param name="At">The real time: what is technical lasts as long as it lasts, in a rehearsal too.</param>
/// <param name="Legal">The day the office counts with.</param>
internal readonly record struct Sighting(DateTimeOffset At, Moment Legal);

/// <summary>Looks at one part of the system.</summary>
internal interface ILookout
{
    /// <summary>Everything that is wrong there now. What it does not tell of is well.</summary>
    Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct);
}
