using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class TurnMapping : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turn").HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasMany(t => t.Company).WithOne().HasForeignKey(c => c.TurnId);
        builder.Navigation(t => t.Company).HasField("_company").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithMany().HasForeignKey(t => t.PetitionId);
        builder.HasIndex(t => new { t.Day, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.Day, t.Priority, t.QueuedAt }, "Queue").HasDatabaseName("ix_turn_queue").HasFilter("status = 'Waiting'");
    }
}

internal sealed class TurnCompanyMapping : IEntityTypeConfiguration<TurnCompany>
{
    public void Configure(EntityTypeBuilder<TurnCompany> builder) => builder.ToTable("turn_company").HasKey(c => new { c.TurnId, c.Organ });
}

/// <summary>The last number given out on a day.</summary>
internal sealed class TurnDay
{
    public required DateOnly Day { get; init; }
    public required int Last { get; init; }
}

internal sealed class TurnDayMapping : IEntityTypeConfiguration<TurnDay>
{
    public void Configure(EntityTypeBuilder<TurnDay> builder) => builder.ToTable("turn_day").HasKey(d => d.Day);
}

/// <summary>接待记录 of a turn, encrypted.</summary>
internal sealed class TurnNote
{
    public required Guid TurnId { get; init; }
    public required byte[] Text { get; init; }
}

internal sealed class TurnNoteMapping : IEntityTypeConfiguration<TurnNote>
{
    public void Configure(EntityTypeBuilder<TurnNote> builder)
    {
        builder.ToTable("turn_note").HasKey(n => n.TurnId);
        builder.HasOne<Turn>().WithOne().HasForeignKey<TurnNote>(n => n.TurnId);
    }
}

internal sealed class ReceptionWindowMapping : IEntityTypeConfiguration<ReceptionWindow>
{
    public void Configure(EntityTypeBuilder<ReceptionWindow> builder)
    {
        builder.ToTable("reception_window").HasKey(w => w.Number);
        builder.Property(w => w.Number).ValueGeneratedNever();
    }
}
