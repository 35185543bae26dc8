using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What a clerk has said two petitions to be: 重复信访, 同一事项不同人, 没有关系.</summary>
internal enum RepeatKind { Repeat, SameEvent, Unrelated }

/// <summary>判重 (handbook 7.4): a clerk has said what a petition is to an earlier one. Never deleted; undoing it is a fact of its own.</summary>
internal sealed class RepeatLink
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required PetitionId EarlierId { get; init; }
    public required RepeatKind Kind { get; init; }

    /// <summary>第几次: 2 for the first repeat. Else 1.</summary>
    public required int Round { get; init; }

    /// <summary>What the comparison had said, 0 to 1.</summary>
    public required double Likeness { get; init; }

    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Encrypted for the petition.</summary>
    public required byte[] Reason { get; init; }

    public string? UndoneBy { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Encrypted for the petition.</summary>
    public byte[]? UndoneReason { get; set; }
}

internal sealed class RepeatLinkMapping : IEntityTypeConfiguration<RepeatLink>
{
    public void Configure(EntityTypeBuilder<RepeatLink> builder)
    {
        builder.ToTable("repeat_link").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.PetitionId, l.EarlierId }).IsUnique().HasFilter("undone_at is null");
        builder.HasIndex(l => l.EarlierId);
        builder.HasOne<Petition>().WithMany().HasForeignKey(l => l.PetitionId);
        builder.HasOne<Petition>().WithMany().HasForeignKey(l => l.EarlierId);
    }
}
