using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("dispute").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.Ignore(d => d.Now).Ignore(d => d.Next);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.PetitionId);
        builder.Navigation(d => d.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Dispute>(d => d.PetitionId);
    }
}
