using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("import").HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.State);
        builder.Ignore(i => i.Ended);
    }
}

/// <summary>A part of the file as it came, or a run of an Excel file's texts while it is read. Encrypted, and dropped when the rows are read.</summary>
internal sealed class ImportBlock
{
    public const string Part = nameof(Part), Texts = nameof(Texts);

    public required Guid ImportId { get; init; }
    public required string Kind { get; init; }
    public required int Number { get; init; }
    public required byte[] Content { get; init; }
}

internal sealed class ImportBlockMapping : IEntityTypeConfiguration<ImportBlock>
{
    public void Configure(EntityTypeBuilder<ImportBlock> builder)
    {
        builder.ToTable("import_block").HasKey(b => new { b.ImportId, b.Kind, b.Number });
        builder.HasOne<Import>().WithMany().HasForeignKey(b => b.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>What became of a row.</summary>
internal enum RowState { Ready, Refused, Known, Registered }

/// <summary>A row of the file. What it says lies encrypted here until it is registered, and is gone after that.</summary>
internal sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>Counted as the table on the screen counts it: the heading is row 1.</summary>
    public required int Row { get; init; }

    public required RowState State { get; init; }

    /// <summary>Keyed hash of the external number, or of the content where there is none.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Keyed hash of the content alone.</summary>
    public required byte[] ContentHash { get; init; }

    public byte[]? Content { get; init; }

    /// <summary>External number, reasons, query code; encrypted.</summary>
    public byte[]? Result { get; init; }

    /// <summary>The row of the same file that says the same.</summary>
    public int? SameAs { get; init; }

    public string? PetitionNumber { get; init; }
    public Guid? PetitionId { get; init; }
}

internal sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_row").HasKey(r => new { r.ImportId, r.Row });
        builder.HasIndex(r => new { r.ImportId, r.State, r.Row });
        builder.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>What has been registered by any import, for ever: the same row is never registered twice.</summary>
internal sealed class ImportKey
{
    public required byte[] Key { get; init; }
    public required byte[] ContentHash { get; init; }
    public required Guid ImportId { get; init; }
    public required int Row { get; init; }
    public required Guid PetitionId { get; init; }
    public required string PetitionNumber { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class ImportKeyMapping : IEntityTypeConfiguration<ImportKey>
{
    public void Configure(EntityTypeBuilder<ImportKey> builder) => builder.ToTable("import_key").HasKey(k => k.Key);
}
