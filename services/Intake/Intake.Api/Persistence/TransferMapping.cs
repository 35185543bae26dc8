using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfer").HasKey(t => new { t.Source, t.Number });
        builder.HasIndex(t => t.PetitionId);
        builder.HasIndex(t => t.ContentHash);
        builder.HasIndex(t => new { t.Source, t.At, t.Number });
    }
}
