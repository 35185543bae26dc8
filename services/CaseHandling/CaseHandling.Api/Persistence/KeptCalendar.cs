using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.CaseHandling.Api;

/// <summary>A calendar that dates were projected with; what is done stays explained by it after a correction.</summary>
internal sealed class KeptCalendar
{
    public required string Version { get; init; }

    /// <summary>Its year files.</summary>
    public required List<string> Years { get; init; }
}

internal sealed class KeptCalendarMapping : IEntityTypeConfiguration<KeptCalendar>
{
    public void Configure(EntityTypeBuilder<KeptCalendar> builder) => builder.ToTable("calendar").HasKey(calendar => calendar.Version);
}
