using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>补充材料.</summary>
internal sealed class Supplement
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required byte[] Text { get; init; }

    /// <summary>Keyed, to recognise the same text sent twice.</summary>
    public required byte[] TextHash { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class SupplementMapping : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> builder)
    {
        builder.ToTable("supplement").HasKey(s => new { s.PetitionId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasIndex(s => new { s.PetitionId, s.TextHash }).IsUnique();
        builder.HasOne<Petition>().WithMany().HasForeignKey(s => s.PetitionId);
    }
}
