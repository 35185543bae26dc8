using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>到期清理: what a policy took away on one day. Counts, never contents.</summary>
internal sealed class RetentionRun
{
    public required string Policy { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Older than this was taken away.</summary>
    public required DateTimeOffset Before { get; init; }

    public required long Removed { get; init; }
    public required DateTimeOffset RanAt { get; init; }
}

internal sealed class RetentionRunMapping : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder) => builder.ToTable("retention_run").HasKey(r => new { r.Policy, r.Day });
}
