using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>导出记录: a table that somebody has taken away, of which days and whose. Never changed and never deleted; its record says the same in a chain (art. 41¶2).</summary>
internal sealed class ExportNote
{
    /// <summary>Version 7: in the order of time.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }

    /// <summary>Of the account.</summary>
    public required string By { get; init; }

    /// <summary>Name of the file: measures.csv.</summary>
    public required string What { get; init; }

    /// <summary>The dimension of counts, the counter of petitions; empty for measures.</summary>
    public required string Detail { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Not included.</summary>
    public required DateOnly Until { get; init; }

    public required Basis Basis { get; init; }

    /// <summary>Whose figures; null: the whole district.</summary>
    public string? Organ { get; init; }

    /// <summary>Without the head.</summary>
    public required int Rows { get; init; }

    public static ExportNote Of(string what, string? detail, Period period, string? organ, int rows, CurrentCaller caller, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), At = at, Account = caller.Account, By = caller.Organ, What = what, Detail = detail ?? "", From = period.From, Until = period.Until, Basis = period.Basis, Organ = organ, Rows = rows,
    };
}

internal sealed class ExportNoteMapping : IEntityTypeConfiguration<ExportNote>
{
    public void Configure(EntityTypeBuilder<ExportNote> builder)
    {
        builder.ToTable("export_note").HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Basis).HasConversion<string>();
    }
}
