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

/// <summary>What a report is drafted from.</summary>
/// <param name="YearBefore">同期.</param>
/// <param name="Before">The period before, where a report compares with it.</param>
/// <param name="Publishing">The publishing calendar of the year, where a report tells of it.</param>
internal sealed record SnapshotContent(Frozen Now, Frozen YearBefore, Frozen? Before, IReadOnlyList<FrozenOrgan> Organs, IReadOnlyList<FrozenItem>? Publishing = null);

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
