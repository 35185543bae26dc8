using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.CaseHandling.Api;

internal sealed class PetitionMapping : IEntityTypeConfiguration<Petition>
{
    public const string CaseFile = "CaseFile", Version = "xmin", Recused = "_recused", ProjectedWith = "ProjectedWith";

    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.ToTable("petition").HasKey(petition => petition.Id);
        builder.Property<uint>(Version).IsRowVersion();
        builder.Property<byte[]>(CaseFile).IsRequired();
        builder.Ignore(petition => petition.File);
        builder.Ignore(petition => petition.FormerOrgans);
        builder.Ignore(petition => petition.RecusedOfficers);
        builder.Ignore(petition => petition.Handlers);
        builder.Property<List<string>>("_formerOrgans").HasColumnName("former_organs");
        builder.Property<List<string>>(Recused).HasColumnName("recused_officers");
        builder.Property<List<string>>("_handlers").HasColumnName("handlers").HasDefaultValueSql("'{}'");
        builder.Property(petition => petition.StartedTerms).HasField("_terms").HasColumnName("started_terms").HasColumnType("jsonb")
            .HasConversion(new TermsConverter(), new TermsComparer());
        builder.HasIndex(petition => new { petition.Organ, petition.Status, petition.NextDueOn, petition.Id });
        builder.HasIndex(petition => new { petition.NextDueOn, petition.Id });
        // Both hold open petitions only, so neither grows with closed ones.
        builder.HasIndex(petition => new { petition.WatchOn, petition.Id }).HasFilter("watch_on is not null");
        builder.Property<string?>(ProjectedWith).HasMaxLength(12);
        builder.HasIndex(ProjectedWith, nameof(Petition.Id)).HasFilter("projected_with is not null");
    }

    internal sealed class TermsConverter() : ValueConverter<IReadOnlyList<PetitionTerm>, string>(
        terms => JsonSerializer.Serialize(terms, MessageTypes.Json),
        text => JsonSerializer.Deserialize<List<PetitionTerm>>(text, MessageTypes.Json)!);

    internal sealed class TermsComparer() : ValueComparer<IReadOnlyList<PetitionTerm>>(
        (one, other) => one!.SequenceEqual(other!), terms => terms.Count, terms => terms.ToList());
}
