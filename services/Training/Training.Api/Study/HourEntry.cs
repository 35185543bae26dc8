using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Training.Api.Study;

/// <summary>Where hours come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HourSource>))]
internal enum HourSource
{
    /// <summary>签到.</summary>
    Session,

    /// <summary>外部平台导入.</summary>
    Import,

    /// <summary>案例演练.</summary>
    Drill,
}

/// <summary>学时台账: a line. The reference makes a repeat harmless.</summary>
internal sealed class HourEntry
{
    public required Guid Id { get; init; }
    public required string Account { get; init; }
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required StudyMode Mode { get; init; }
    public required string Topic { get; init; }
    public required decimal Hours { get; init; }
    public required DateOnly On { get; init; }
    public required HourSource Source { get; init; }

    /// <summary>The session's id, or platform, course and day of an import.</summary>
    public required string Reference { get; init; }

    /// <summary>For people: title of the session or of the course.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }
    public required string EnteredBy { get; init; }
}

internal sealed class HourEntryMapping : IEntityTypeConfiguration<HourEntry>
{
    public void Configure(EntityTypeBuilder<HourEntry> builder)
    {
        builder.ToTable("hour_entry").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Mode).HasConversion<string>();
        builder.Property(entry => entry.Source).HasConversion<string>();
        builder.Property(entry => entry.Hours).HasPrecision(5, 1);
        builder.HasIndex(entry => new { entry.Account, entry.Source, entry.Reference }).IsUnique();
        builder.HasIndex(entry => new { entry.Year, entry.Organ, entry.Account });
        builder.HasIndex(entry => new { entry.Account, entry.Year }).IncludeProperties(entry => entry.Hours); // the sums of everybody's year, from the index alone
        builder.HasIndex(entry => entry.Reference);
    }
}

/// <summary>学员: on the roll of those who are trained, by account, with the rank that sets the obligation.</summary>
internal sealed class Trainee
{
    public required string Account { get; init; }
    public required string Organ { get; set; }
    public required string Rank { get; set; }
    public required DateTimeOffset Since { get; init; }
}

internal sealed class TraineeMapping : IEntityTypeConfiguration<Trainee>
{
    public void Configure(EntityTypeBuilder<Trainee> builder)
    {
        builder.ToTable("trainee").HasKey(trainee => trainee.Account);
        builder.HasIndex(trainee => trainee.Organ);
    }
}
