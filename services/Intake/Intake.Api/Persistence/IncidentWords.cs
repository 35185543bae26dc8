using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What happened in an incident (step 0) and what was done (steps 1 …), encrypted.</summary>
internal sealed class IncidentWords
{
    public required Guid IncidentId { get; init; }
    public required int Step { get; init; }
    public required byte[] Text { get; init; }
}

internal sealed class IncidentWordsMapping : IEntityTypeConfiguration<IncidentWords>
{
    public void Configure(EntityTypeBuilder<IncidentWords> builder)
    {
        builder.ToTable("incident_words").HasKey(w => new { w.IncidentId, w.Step });
        builder.Property(w => w.Step).ValueGeneratedNever();
        builder.HasOne<Incident>().WithMany().HasForeignKey(w => w.IncidentId);
    }
}
