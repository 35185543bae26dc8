using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>What the events say of one petition: codes and days. Each event sets what it knows, so that a second time changes nothing and the order hardly matters.</summary>
internal sealed class PetitionFact
{
    public required Guid PetitionId { get; init; }
    public DateOnly? ReceivedOn { get; set; }
    public string? Channel { get; set; }

    /// <summary>Nine digits; null where the petition named none.</summary>
    public string? Street { get; set; }

    /// <summary>First level of the tree of contents.</summary>
    public string? Category { get; set; }
    public DateTimeOffset? ClassifiedAt { get; set; }

    /// <summary>The organ that last got it.</summary>
    public string? Organ { get; set; }
    public int Round { get; set; }

    /// <summary>A confirmed repeat of an earlier petition of the same person.</summary>
    public bool Repeat { get; set; }

    /// <summary>About an event that others have petitioned about before.</summary>
    public bool Echo { get; set; }
    public DateTimeOffset? RepeatSaidAt { get; set; }
    public bool Declined { get; set; }
    public bool Diverted { get; set; }

    /// <summary>检举控告 (art. 30): counted nowhere, and nothing of it is kept.</summary>
    public bool Sealed { get; set; }

    /// <summary>The line of the first level that a code belongs to: 0301 and 030102 to 030000.</summary>
    public static string? CategoryOf(string? content) => content is { Length: >= 2 } ? $"{content[..2]}0000" : null;

    public void Seal() => (Sealed, Street, Category, Organ, Channel, Repeat, Echo, Declined, Diverted) = (true, null, null, null, null, false, false, false, false);
}

internal sealed class PetitionFactMapping : IEntityTypeConfiguration<PetitionFact>
{
    public void Configure(EntityTypeBuilder<PetitionFact> builder)
    {
        builder.ToTable("petition_fact").HasKey(fact => fact.PetitionId);
        // What the count by street, category and month reads, without the table.
        builder.HasIndex(fact => fact.ReceivedOn).HasFilter("not sealed")
            .IncludeProperties(fact => new { fact.Street, fact.Category, fact.Repeat, fact.Echo, fact.Declined, fact.Diverted, fact.Channel, fact.Organ });
    }
}

/// <summary>The read model: how many petitions of a street and category there were in a month. Counted from the facts; nothing else writes it.</summary>
internal sealed class Heat
{
    public required string Street { get; init; }
    public required string Category { get; init; }
    public required DateOnly Month { get; init; }
    public required int Petitions { get; init; }
    public required int Repeats { get; init; }
    public required int Echoes { get; init; }
    public required int Declined { get; init; }
    public required int Diverted { get; init; }

    public Cell Cell => new(Street, Category, Month, Petitions, Repeats, Echoes, Declined, Diverted);
}

internal sealed class HeatMapping : IEntityTypeConfiguration<Heat>
{
    public void Configure(EntityTypeBuilder<Heat> builder)
    {
        builder.ToTable("heat").HasKey(heat => new { heat.Month, heat.Street, heat.Category });
        builder.Ignore(heat => heat.Cell);
    }
}
