using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Counselling;

/// <summary>来访释法: a visitor was counselled at the counter. What about, from which street, with which leaflet, on which day; nothing about the person.</summary>
internal sealed class Counselled
{
    /// <summary>Of the message that told it, so that it is counted once.</summary>
    public required Guid Id { get; init; }
    public required DateOnly On { get; init; }
    public string? Street { get; init; }

    /// <summary>Code of the content category; null where it was of none.</summary>
    public string? Topic { get; init; }

    /// <summary>The leaflet given; null for none.</summary>
    public string? Leaflet { get; init; }

    /// <summary>People who listened.</summary>
    public required int People { get; init; }
}

internal sealed class CounselledMapping : IEntityTypeConfiguration<Counselled>
{
    public void Configure(EntityTypeBuilder<Counselled> builder)
    {
        builder.ToTable("counselled").HasKey(each => each.Id);
        builder.HasIndex(each => each.On).IncludeProperties(each => new { each.Street, each.Topic, each.Leaflet, each.People });
    }
}
