using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>催办.</summary>
internal sealed class Chase
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public string? Organ { get; init; }
    public required string Term { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class ChaseMapping : IEntityTypeConfiguration<Chase>
{
    public void Configure(EntityTypeBuilder<Chase> builder)
    {
        builder.ToTable("chase").HasKey(c => new { c.PetitionId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.HasOne<Petition>().WithMany().HasForeignKey(c => c.PetitionId);
    }
}
