using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class IdentityOpeningMapping : IEntityTypeConfiguration<IdentityOpening>
{
    /// <summary>Why it is asked for, and why it was decided so, encrypted.</summary>
    public const string Reason = "Reason", Decision = "Decision";

    public void Configure(EntityTypeBuilder<IdentityOpening> builder)
    {
        builder.ToTable("identity_opening").HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property<byte[]>(Reason).IsRequired();
        builder.Property<byte[]?>(Decision);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(o => o.Id, "ix_identity_opening_waiting").HasFilter("decided_at is null");
        builder.HasIndex(o => new { o.PetitionId, o.AskedBy });
        builder.HasIndex(o => new { o.PetitionId, o.AskedBy }, "ix_identity_opening_one_waiting").IsUnique().HasFilter("decided_at is null");
        builder.HasOne<Petition>().WithMany().HasForeignKey(o => o.PetitionId);
    }
}

/// <summary>查看留痕: who has read who a petitioner is, when and what for. Added to, never changed.</summary>
internal sealed class IdentityReading
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required string Account { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset At { get; init; }
    public required RevealPurpose Purpose { get; init; }

    /// <summary>In the reader's words, encrypted.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>The approval it rests on, where one was needed.</summary>
    public Guid? OpeningId { get; init; }
}

internal sealed class IdentityReadingMapping : IEntityTypeConfiguration<IdentityReading>
{
    public void Configure(EntityTypeBuilder<IdentityReading> builder)
    {
        builder.ToTable("identity_reading").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.PetitionId, r.Id });
        builder.HasOne<Petition>().WithMany().HasForeignKey(r => r.PetitionId);
    }
}
