using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What was written in a report of article 25 or on its way, encrypted.</summary>
internal sealed class EscalationWords
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required Guid DocumentId { get; init; }
}

internal sealed class EscalationWordsMapping : IEntityTypeConfiguration<EscalationWords>
{
    public void Configure(EntityTypeBuilder<EscalationWords> builder)
    {
        builder.ToTable("escalation_words").HasKey(w => new { w.PetitionId, w.Number });
        builder.HasOne<Escalation>().WithOne().HasForeignKey<EscalationWords>(w => new { w.PetitionId, w.Number });
    }
}
