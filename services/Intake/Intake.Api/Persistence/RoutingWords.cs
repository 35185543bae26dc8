using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What the clerk wrote when routing, encrypted.</summary>
internal sealed class RoutingWords
{
    public required PetitionId PetitionId { get; init; }
    public required int Round { get; init; }

    /// <summary>Why it is this organ's; the petitioner reads it.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>What an assignment demands.</summary>
    public byte[]? Demand { get; init; }

    /// <summary>转送告知, for the petitioner.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>转送函 or 交办函, for the organ.</summary>
    public required Guid LetterId { get; init; }
}

internal sealed class RoutingWordsMapping : IEntityTypeConfiguration<RoutingWords>
{
    public void Configure(EntityTypeBuilder<RoutingWords> builder)
    {
        builder.ToTable("routing_words").HasKey(w => new { w.PetitionId, w.Round });
        builder.HasOne<Routing>().WithOne().HasForeignKey<RoutingWords>(w => new { w.PetitionId, w.Round });
    }
}
