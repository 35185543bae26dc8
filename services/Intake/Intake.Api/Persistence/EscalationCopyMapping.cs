using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class EscalationCopyMapping : IEntityTypeConfiguration<EscalationCopy>
{
    public void Configure(EntityTypeBuilder<EscalationCopy> builder)
    {
        builder.ToTable("escalation_copy").HasKey(c => new { c.PetitionId, c.Number, c.Recipient });
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
