using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.ToTable("hold").HasKey(h => h.PetitionId);
        builder.HasOne<Petition>().WithOne().HasForeignKey<Hold>(h => h.PetitionId).OnDelete(DeleteBehavior.Cascade);
    }
}
