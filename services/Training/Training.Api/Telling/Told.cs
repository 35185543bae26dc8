using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Training.Api.Telling;

/// <summary>What has been told to the other services; the key makes it once.</summary>
internal sealed class Told
{
    /// <summary>Name of the event.</summary>
    public required string What { get; init; }

    public required string Reference { get; init; }
}

internal sealed class ToldMapping : IEntityTypeConfiguration<Told>
{
    public void Configure(EntityTypeBuilder<Told> builder) => builder.ToTable("told").HasKey(told => new { told.What, told.Reference });
}
