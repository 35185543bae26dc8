using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>信访材料: who the petitioner is and what they wrote, in one encrypted value, with keyed hashes to search by.</summary>
internal sealed class Dossier
{
    public required PetitionId PetitionId { get; init; }

    /// <summary><see cref="DossierContent"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; set; }

    public byte[]? NameHash { get; set; }
    public byte[]? IdentityHash { get; set; }
    public byte[]? PhoneHash { get; set; }
    public byte[]? AddressHash { get; set; }
}

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    // No foreign key: the row is written in one statement with its petition and the check would cost every submission a lookup.
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasIndex(d => d.NameHash);
        builder.HasIndex(d => d.IdentityHash);
        builder.HasIndex(d => d.PhoneHash);
    }
}
