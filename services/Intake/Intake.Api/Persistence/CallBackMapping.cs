using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class CallBackMapping : IEntityTypeConfiguration<CallBack>
{
    /// <summary>What the petitioner said, encrypted.</summary>
    public const string Said = "Said";

    public void Configure(EntityTypeBuilder<CallBack> builder)
    {
        // The key makes it one per petition, as the rating is.
        builder.ToTable("call_back").HasKey(c => c.PetitionId);
        builder.Property(c => c.PetitionId).ValueGeneratedNever();
        builder.Property<byte[]?>(Said);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(c => new { c.OwedFrom, c.PetitionId }).HasFilter("at is null");
        builder.HasOne<Petition>().WithOne().HasForeignKey<CallBack>(c => c.PetitionId);
    }
}
