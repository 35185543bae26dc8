using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What the office answered itself: 直接回复, 不予受理（同一事项正在办）, 导入其他渠道.</summary>
internal sealed class OwnAnswer
{
    public required PetitionId PetitionId { get; init; }
    public required Act Act { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid DocumentId { get; init; }

    /// <summary>The petition it points to (art. 19¶3).</summary>
    public PetitionId? Running { get; init; }

    /// <summary>Where it was diverted to.</summary>
    public Diversion? Diversion { get; init; }

    /// <summary>What the petitioner reads on the progress page, encrypted.</summary>
    public required byte[] Words { get; init; }
}

internal sealed class OwnAnswerMapping : IEntityTypeConfiguration<OwnAnswer>
{
    public void Configure(EntityTypeBuilder<OwnAnswer> builder)
    {
        builder.ToTable("own_answer").HasKey(a => a.PetitionId);
        builder.Property(a => a.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<OwnAnswer>(a => a.PetitionId);
    }
}
