using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api;

/// <summary>That an organ has been told of a date: one row, whoever told it and however often the service was started.</summary>
internal sealed class ToldTerm
{
    public required Guid PetitionId { get; init; }
    public required int Round { get; init; }
    public required string Term { get; init; }
    public required bool Overdue { get; init; }

    /// <summary>A date that an extension or a corrected calendar has moved is another date.</summary>
    public required DateOnly StrictDueOn { get; init; }
}

internal sealed class ToldTermMapping : IEntityTypeConfiguration<ToldTerm>
{
    public const string Table = "told_term";

    public void Configure(EntityTypeBuilder<ToldTerm> builder) =>
        builder.ToTable(Table).HasKey(told => new { told.PetitionId, told.Round, told.Term, told.Overdue, told.StrictDueOn });
}
