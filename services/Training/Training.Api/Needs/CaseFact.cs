using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Training.Api.Needs;

/// <summary>What a case tells of an organ's work.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactKind>))]
internal enum FactKind
{
    /// <summary>收到: the organ has the petition; counts contests and overdue terms against it.</summary>
    Received,

    /// <summary>意见送达: counts defects and overturned opinions against it.</summary>
    Served,

    /// <summary>评价: counts 不满意 against it.</summary>
    Rated,

    /// <summary>案卷缺陷, by code.</summary>
    Defect,

    /// <summary>超期, by term.</summary>
    Overdue,

    /// <summary>异议没有被同意: the organ said that the petition was not its own, and it was.</summary>
    ContestRefused,

    /// <summary>复查、复核变更或者撤销.</summary>
    Overturned,

    /// <summary>不满意.</summary>
    NotSatisfied,
}

/// <summary>
/// One fact of one petition at one organ: ids, codes and a day, nothing of people and nothing of what was said. The events name no officer; needs are therefore
/// found per organ, and the organ says who is trained.
/// </summary>
internal sealed class CaseFact
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required FactKind Kind { get; init; }

    /// <summary>Defect code or term; empty for the others.</summary>
    public required string Code { get; init; }

    public required DateOnly On { get; init; }
}

internal sealed class CaseFactMapping : IEntityTypeConfiguration<CaseFact>
{
    public void Configure(EntityTypeBuilder<CaseFact> builder)
    {
        builder.ToTable("case_fact").HasKey(fact => new { fact.PetitionId, fact.Organ, fact.Kind, fact.Code });
        builder.Property(fact => fact.Kind).HasConversion<string>();
        builder.HasIndex(fact => new { fact.On, fact.Kind, fact.Organ });
    }
}
