using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>
/// 判重索引: the few grams by which a petition is found again, and its month, each as a keyed hash, so that no clear text leaves the dossier. Goes with the
/// dossier when that is sealed: a sealed petition keeps nothing to search by (art. 30).
/// </summary>
internal sealed class MatterGrams
{
    public required PetitionId PetitionId { get; init; }
    public required int[] Grams { get; init; }
}

internal sealed class MatterGramsMapping : IEntityTypeConfiguration<MatterGrams>
{
    public void Configure(EntityTypeBuilder<MatterGrams> builder)
    {
        builder.ToTable("matter").HasKey(m => m.PetitionId);
        // Every gram of a search would read the whole list of pending entries.
        builder.HasIndex(m => m.Grams).HasMethod("gin").HasStorageParameter("fastupdate", "off");
        builder.HasOne<Dossier>().WithOne().HasForeignKey<MatterGrams>(m => m.PetitionId).OnDelete(DeleteBehavior.Cascade);
    }
}
