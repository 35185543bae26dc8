using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Training.Api.Reminding;

/// <summary>What somebody is reminded of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderKind>))]
internal enum ReminderKind
{
    /// <summary>培训.</summary>
    Session,

    /// <summary>考试.</summary>
    Exam,

    /// <summary>年度学时.</summary>
    Hours,
}

/// <summary>How near it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderStage>))]
internal enum ReminderStage
{
    /// <summary>还有7天.</summary>
    Week,

    /// <summary>还有1天.</summary>
    Day,

    /// <summary>过了.</summary>
    Overdue,
}

/// <summary>提醒: one line per person, thing and stage; the key makes a repeat harmless.</summary>
internal sealed class Reminder
{
    public required string Account { get; init; }
    public required ReminderKind Kind { get; init; }

    /// <summary>The session or exam; the year of the hours.</summary>
    public required string Reference { get; init; }

    public required ReminderStage Stage { get; init; }
    public required string Organ { get; init; }
    public required string Title { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly RemindedOn { get; init; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminder").HasKey(reminder => new { reminder.Account, reminder.Kind, reminder.Reference, reminder.Stage });
        builder.Property(reminder => reminder.Kind).HasConversion<string>();
        builder.Property(reminder => reminder.Stage).HasConversion<string>();
        builder.HasIndex(reminder => reminder.DueOn);
    }
}
