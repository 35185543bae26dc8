using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The last document number given out, per issuer, year and kind. Locked by the transaction that takes the next one.</summary>
internal sealed class DocumentNumber
{
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required string Kind { get; init; }
    public required int Last { get; init; }
}

internal sealed class DocumentNumberMapping : IEntityTypeConfiguration<DocumentNumber>
{
    public void Configure(EntityTypeBuilder<DocumentNumber> builder) =>
        builder.ToTable("document_number").HasKey(n => new { n.Organ, n.Year, n.Kind });
}
