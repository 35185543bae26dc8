using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>检举控告的材料 (art. 30): moved here on sealing, without anything to search by. Only the disciplinary organ's dossier reads it.</summary>
internal sealed class SealedDossier
{
    public required PetitionId PetitionId { get; init; }
    public required byte[] Content { get; set; }
}

internal sealed class SealedDossierMapping : IEntityTypeConfiguration<SealedDossier>
{
    public void Configure(EntityTypeBuilder<SealedDossier> builder)
    {
        builder.ToTable("sealed_dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<SealedDossier>(d => d.PetitionId);
    }
}
