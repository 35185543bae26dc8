using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Insight.Api.Events;

/// <summary>
/// One event as it was received: the source of everything this service shows, never changed and never deleted. Its id makes a
/// redelivery harmless. No event names a person (ADR 0002), so neither does the log.
/// </summary>
internal sealed class ToldEvent
{
    public required Guid MessageId { get; init; }

    /// <summary>The petition, or whatever else the event is about.</summary>
    public required Guid PetitionId { get; init; }

    /// <summary>When the publisher sent it. Within one petition the order of what happened.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Order of arrival.</summary>
    public long Position { get; private init; }

    /// <summary>Contract, e.g. CaseHandling.V1.PetitionAccepted.</summary>
    public required string Type { get; init; }

    /// <summary>The contract as JSON.</summary>
    public required string Body { get; init; }
}

internal sealed class ToldEventMapping : IEntityTypeConfiguration<ToldEvent>
{
    public void Configure(EntityTypeBuilder<ToldEvent> builder)
    {
        builder.ToTable("told").HasKey(told => told.MessageId);
        builder.Property(told => told.Position).UseIdentityAlwaysColumn();
        // The story of one petition in one look, and of all of them in order when the models are rebuilt.
        builder.HasIndex(told => new { told.PetitionId, told.SentAt, told.Position });
        // What the watch over hot topics asks for.
        builder.HasIndex(told => told.SentAt).HasFilter("type = 'Intake.V1.HotTopicFound'");
        // When the last petition came over the internet.
        builder.HasIndex(told => told.SentAt, "ix_told_online").HasDatabaseName("ix_told_online").HasFilter("type = 'Intake.V1.PetitionRegistered' and body like '%\"channel\":\"Online\"%'");
        // What the yearly reports on outreach and training ask for.
        builder.HasIndex(told => told.Type).HasFilter(
            "type in ('Outreach.V1.DutyChanged', 'Outreach.V1.ActivityHeld', 'Training.V1.CourseHeld', 'Training.V1.ExamPassed', 'Training.V1.CoachingStarted', 'Training.V1.CoachingEnded', 'Training.V1.ObligationOverdue')");
    }
}
