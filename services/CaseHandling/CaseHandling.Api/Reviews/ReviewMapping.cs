using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain.Reviews;

namespace Xinfang.CaseHandling.Api.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public const string ReviewFile = "ReviewFile", StandAside = "_standAside";

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("review").HasKey(review => review.Id);
        builder.Property<uint>(PetitionMapping.Version).IsRowVersion();
        builder.Property<byte[]>(ReviewFile).IsRequired();
        builder.Ignore(review => review.File);
        builder.Ignore(review => review.StandAside);
        builder.Property<List<string>>(StandAside).HasColumnName("stand_aside");
        builder.Property(review => review.StartedTerms).HasField("_terms").HasColumnName("started_terms").HasColumnType("jsonb")
            .HasConversion(new PetitionMapping.TermsConverter(), new PetitionMapping.TermsComparer());
        builder.Property<string?>(PetitionMapping.ProjectedWith).HasMaxLength(12);
        builder.HasIndex(PetitionMapping.ProjectedWith, nameof(Review.Id)).HasFilter("projected_with is not null");
        builder.HasIndex(review => review.PetitionId);
        builder.HasIndex(review => new { review.Body, review.Status, review.NextDueOn, review.Id });
        builder.HasIndex(review => review.WatchOn).HasFilter("watch_on is not null");
        // Two who send the same request at once: the second finds the first.
        builder.HasIndex(review => new { review.OpinionId, review.Level }).IsUnique().HasFilter("status <> 'Rejected'");
    }
}

internal sealed class CareMapping : IEntityTypeConfiguration<CareAfterEnd>
{
    public const string CareFile = "CareFile";

    public void Configure(EntityTypeBuilder<CareAfterEnd> builder)
    {
        builder.ToTable("care_after_end").HasKey(care => care.Id);
        builder.Property<uint>(PetitionMapping.Version).IsRowVersion();
        builder.Property<byte[]>(CareFile).IsRequired();
        builder.Ignore(care => care.File);
    }
}
