using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Insight.Api.Measures;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Petitions by one dimension.</summary>
internal sealed record FrozenCounts(Dimension By, IReadOnlyList<CountRow> Rows);

/// <summary>All that was counted of one period.</summary>
/// <param name="Snapshot">Of a period reported on before: the snapshot of that report, so that what was said is not counted anew.</param>
internal sealed record Frozen(DateOnly From, DateOnly Until, Basis Basis, IReadOnlyList<Figure> Figures, IReadOnlyList<FrozenCounts> Counts, Guid? Snapshot = null);

/// <summary>The measures of one organ.</summary>
internal sealed record FrozenOrgan(string Organ, string Name, IReadOnlyList<Figure> Figures);

/// <summary>An item of the publishing calendar as it was.</summary>
internal sealed record FrozenItem(string Title, DateOnly DueOn, DateOnly? PublishedOn, string? Where, bool InTime);

/// <summary>The list of duties of an organ in a year; what was dropped counts nowhere.</summary>
/// <param name="Late">Done, but reported after the term.</param>
/// <param name="Reported">By the organ, and not yet looked at.</param>
internal sealed record FrozenDuties(string Organ, string Name, int Items, int InTime, int Late, int Reported, int Open);

/// <summary>普法 of a year.</summary>
/// <param name="Joint">Activities with other organs.</param>
/// <param name="Forms">How many different ones.</param>
internal sealed record FrozenOutreach(IReadOnlyList<FrozenDuties> Duties, int Activities, int Joint, int Streets, int Forms, int Attendance, int Consultations, int Materials);

/// <summary>Sessions of one mode. Hours in tenths.</summary>
internal sealed record FrozenCourses(string Mode, int Count, int HourTenths, int Attendance);

/// <summary>Exams of an organ: people by exam.</summary>
internal sealed record FrozenSat(string Organ, string Name, int People, int Passed);

/// <summary>培训 of a year.</summary>
/// <param name="Coached">Organs where coaching began.</param>
/// <param name="BehindPeople">Without the hours of the year.</param>
internal sealed record FrozenTraining(IReadOnlyList<FrozenCourses> Courses, int Exams, IReadOnlyList<FrozenSat> Sat, int Started, int Coached, int Ended, int Visits, int Minutes, int BehindOrgans, int BehindPeople);

/// <summary>What a report is drafted from.</summary>
/// <param name="YearBefore">同期.</param>
/// <param name="Before">The period before, where a report compares with it.</param>
/// <param name="Publishing">The publishing calendar of the year, where a report tells of it; so are outreach and training.</param>
internal sealed record SnapshotContent(Frozen Now, Frozen YearBefore, Frozen? Before, IReadOnlyList<FrozenOrgan> Organs, IReadOnlyList<FrozenItem>? Publishing = null, FrozenOutreach? Outreach = null, FrozenTraining? Training = null);

/// <summary>快照: figures as they were counted at one time. Never changed and never deleted; a new draft takes a new one.</summary>
internal sealed class Snapshot
{
    public required Guid Id { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Not included.</summary>
    public required DateOnly Until { get; init; }

    public required Basis Basis { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required string TakenBy { get; init; }
    public required SnapshotContent Content { get; init; }

    /// <summary>SHA-256 over the content as JSON, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What is kept is what was frozen.</summary>
    public bool Intact => Hash == RecordChain.DigestOf(Content);
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("report_snapshot").HasKey(snapshot => snapshot.Id);
        builder.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.Basis).HasConversion<string>();
        builder.Property(snapshot => snapshot.Content).AsJson();
        builder.Ignore(snapshot => snapshot.Intact);
    }
}
