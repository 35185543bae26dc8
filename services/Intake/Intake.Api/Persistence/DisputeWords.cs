using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>Why there is a dispute, and what each level said, encrypted.</summary>
internal sealed class DisputeWords
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>0 for the reason it was opened, then the levels in their order.</summary>
    public required int Number { get; init; }

    public required byte[] Text { get; init; }
}

internal sealed class DisputeWordsMapping : IEntityTypeConfiguration<DisputeWords>
{
    public void Configure(EntityTypeBuilder<DisputeWords> builder)
    {
        builder.ToTable("dispute_words").HasKey(w => new { w.PetitionId, w.Number });
        builder.Property(w => w.Number).ValueGeneratedNever();
        builder.HasOne<Dispute>().WithMany().HasForeignKey(w => w.PetitionId);
    }
}
