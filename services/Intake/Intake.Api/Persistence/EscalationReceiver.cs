using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>Who signed for a copy, encrypted.</summary>
internal sealed class EscalationReceiver
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required Recipient Recipient { get; init; }
    public required byte[] Receiver { get; init; }
}

internal sealed class EscalationReceiverMapping : IEntityTypeConfiguration<EscalationReceiver>
{
    public void Configure(EntityTypeBuilder<EscalationReceiver> builder)
    {
        builder.ToTable("escalation_receiver").HasKey(r => new { r.PetitionId, r.Number, r.Recipient });
        builder.HasOne<Escalation>().WithMany().HasForeignKey(r => new { r.PetitionId, r.Number });
    }
}
