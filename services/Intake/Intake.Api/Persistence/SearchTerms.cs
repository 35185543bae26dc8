using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>
/// 检索索引: the grams of what a petition says, each as a keyed hash, sorted, so that neither text nor order stands here (docs/decisions/0031).
/// Written once and not touched by acts; what changes is read from the petition. Goes with the dossier when that is sealed (art. 30).
/// </summary>
internal sealed class SearchTerms
{
    public required PetitionId PetitionId { get; init; }
    public required int[] Grams { get; init; }
}

/// <summary>待编索引: written with what is to be indexed, in its transaction; gone when that is. Until then the petition itself is searched.</summary>
internal sealed class SearchDue
{
    public long Id { get; init; }
    public required PetitionId PetitionId { get; init; }
}

internal sealed class SearchTermsMapping : IEntityTypeConfiguration<SearchTerms>
{
    public void Configure(EntityTypeBuilder<SearchTerms> builder)
    {
        builder.ToTable("search_terms").HasKey(t => t.PetitionId);
        // Every gram of a search would read the whole list of pending entries.
        builder.HasIndex(t => t.Grams).HasMethod("gin").HasStorageParameter("fastupdate", "off");
        builder.HasOne<Dossier>().WithOne().HasForeignKey<SearchTerms>(t => t.PetitionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchDueMapping : IEntityTypeConfiguration<SearchDue>
{
    public void Configure(EntityTypeBuilder<SearchDue> builder)
    {
        builder.ToTable("search_due").HasKey(d => d.Id);
        builder.Property(d => d.Id).UseIdentityAlwaysColumn();
    }
}
