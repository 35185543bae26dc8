using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// Counted ahead: what the counters of a book say of one month, in the whole district or of one organ, in all or by one dimension. Counted anew from the facts whenever
/// one of them changes; nothing is ever added to a cell, so nothing can drift.
/// </summary>
internal sealed class Cell
{
    public required string Book { get; init; }
    public required Basis Basis { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Empty for the whole district.</summary>
    public required string Organ { get; init; }

    /// <summary>The <see cref="Dimension"/>, or -1 for all together.</summary>
    public required int Dimension { get; init; }

    /// <summary>Empty where the petition has none.</summary>
    public required string Value { get; init; }

    /// <summary>In the order of the book.</summary>
    public required long[] Counts { get; init; }
}

/// <summary>A month in which something may count differently since it was counted. Taken away by whoever counts it.</summary>
internal sealed class StaleMonth
{
    public long Position { get; private init; }
    public required Basis Basis { get; init; }
    public required DateOnly Month { get; init; }
}

/// <summary>When the cells were last brought up to date.</summary>
internal sealed class CountedState
{
    public required int Id { get; init; }
    public required DateTimeOffset CountedAt { get; set; }

    /// <summary>The day they were counted for: what is overdue changes with it.</summary>
    public required DateOnly Day { get; set; }

    /// <summary><see cref="Books.Version"/>: cells of other formulas are counted anew.</summary>
    public required string Formulas { get; set; }
}

internal sealed class CellMapping : IEntityTypeConfiguration<Cell>, IEntityTypeConfiguration<StaleMonth>, IEntityTypeConfiguration<CountedState>
{
    public void Configure(EntityTypeBuilder<Cell> builder)
    {
        builder.ToTable("cell").HasKey(cell => new { cell.Book, cell.Basis, cell.Organ, cell.Dimension, cell.Month, cell.Value });
        builder.HasIndex(cell => new { cell.Basis, cell.Month });
    }

    public void Configure(EntityTypeBuilder<StaleMonth> builder)
    {
        builder.ToTable("stale_month").HasKey(stale => stale.Position);
        builder.Property(stale => stale.Position).UseIdentityAlwaysColumn();
    }

    public void Configure(EntityTypeBuilder<CountedState> builder)
    {
        builder.ToTable("counted_state").HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}
