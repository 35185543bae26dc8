using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>
/// The projection <c>progress</c>: what the organs' services have told about a petition, one row a fact, kept as first told.
/// The story is composed from all of them on reading, so neither order nor repetition of the events matters.
/// </summary>
internal sealed class CaseFact
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>Name of the contract: <c>CaseHandling.V1.PetitionAccepted</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Tells facts of one kind apart: round, organ, document, day.</summary>
    public required string Key { get; init; }

    /// <summary>The organ that told it.</summary>
    public required string Organ { get; init; }

    /// <summary>When it happened; the start of the day in Beijing where only the day is told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event as it came: ids, codes and dates.</summary>
    public required string Body { get; init; }
}

internal sealed class CaseFactMapping : IEntityTypeConfiguration<CaseFact>
{
    // No foreign key: a fact may overtake nothing here, but a projection must never refuse what it is told.
    public void Configure(EntityTypeBuilder<CaseFact> builder) => builder.ToTable("progress").HasKey(f => new { f.PetitionId, f.Event, f.Key });
}
