using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>评价. The organ never reads the words.</summary>
internal sealed class Rating
{
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Score Office { get; init; }
    public required Score OrganScore { get; init; }
    public byte[]? OfficeReason { get; init; }
    public byte[]? OrganReason { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("rating").HasKey(r => r.PetitionId);
        builder.Property(r => r.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Rating>(r => r.PetitionId);
    }
}
