using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>撤回.</summary>
internal sealed class Withdrawal
{
    public required PetitionId PetitionId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid DocumentId { get; init; }
    public byte[]? Reason { get; init; }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("withdrawal").HasKey(w => w.PetitionId);
        builder.Property(w => w.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Withdrawal>(w => w.PetitionId);
    }
}
