using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The next petition number of a day that no process has taken.</summary>
internal sealed class NumberBlock
{
    public required DateOnly Day { get; init; }
    public required int Next { get; init; }
}

internal sealed class NumberBlockMapping : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> builder) => builder.ToTable("number_block").HasKey(b => b.Day);
}
