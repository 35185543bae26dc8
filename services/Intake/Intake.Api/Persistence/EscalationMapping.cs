using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class EscalationMapping : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("escalation").HasKey(e => new { e.PetitionId, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Ignore(e => e.Missing);
        builder.HasMany(e => e.Copies).WithOne().HasForeignKey(c => new { c.PetitionId, c.Number });
        builder.Navigation(e => e.Copies).HasField("_copies").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithMany().HasForeignKey(e => e.PetitionId);
    }
}
