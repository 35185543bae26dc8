using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Training.Api.Needs;

/// <summary>How far a need is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedState>))]
internal enum NeedState
{
    /// <summary>The figures propose it; nobody has decided.</summary>
    Proposed,

    /// <summary>A person has decided what is done.</summary>
    Accepted,

    /// <summary>A person has decided that nothing is done, and why.</summary>
    Declined,

    /// <summary>Done, with a result.</summary>
    Closed,
}

/// <summary>What is done about a need.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedMeans>))]
internal enum NeedMeans
{
    /// <summary>布置学习、考试.</summary>
    Assignment,

    /// <summary>专题课.</summary>
    Course,

    /// <summary>手把手: by a named mentor.</summary>
    Coaching,
}

/// <summary>What was decided.</summary>
/// <param name="Mentor">Account of who coaches.</param>
/// <param name="Exam">The exam that is assigned.</param>
/// <param name="Session">The course that is held.</param>
internal sealed record NeedDecision(NeedMeans Means, string? Mentor, Guid? Exam, Guid? Session, string Note);

/// <summary>培训需求: of an organ or of an officer, with the figures that speak for it. A program proposes, a person decides.</summary>
internal sealed class Need
{
    public required Guid Id { get; init; }
    public required string Organ { get; init; }
    public required string Signal { get; init; }

    /// <summary>The officer, where it is one person's; seen by that person and the training staff only.</summary>
    public string? Account { get; init; }

    public required FoundNeed Evidence { get; init; }

    /// <summary>First and last day of the cases counted.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }
    public required DateOnly FoundOn { get; init; }
    public required NeedState State { get; set; }
    public NeedDecision? Decision { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was declined, or what came of it.</summary>
    public string? Reason { get; private set; }

    public uint Row { get; private init; }

    public Refusal? Accept(NeedDecision decision, string by, DateOnly today)
    {
        if (State is not NeedState.Proposed) return NeedRefusals.Decided;
        if (decision.Means is NeedMeans.Coaching && string.IsNullOrWhiteSpace(decision.Mentor)) return NeedRefusals.WithoutMentor;
        if (decision.Means is NeedMeans.Course && decision.Session is null) return NeedRefusals.WithoutCourse;
        (State, Decision, DecidedBy, DecidedOn) = (NeedState.Accepted, decision, by, today);
        return null;
    }

    public Refusal? Decline(string reason, string by, DateOnly today)
    {
        if (State is not NeedState.Proposed) return NeedRefusals.Decided;
        (State, Reason, DecidedBy, DecidedOn) = (NeedState.Declined, reason, by, today);
        return null;
    }

    public Refusal? Close(string result)
    {
        if (State is not NeedState.Accepted) return NeedRefusals.NotAccepted;
        (State, Reason) = (NeedState.Closed, result);
        return null;
    }
}

/// <summary>帮教记录 (手把手): who coached which organ, when and how long, on how many cases, and what was done.</summary>
internal sealed class CoachingEntry
{
    public required Guid Id { get; init; }
    public required Guid NeedId { get; init; }
    public required string Organ { get; init; }
    public required string Mentor { get; init; }
    public required DateOnly On { get; init; }
    public required decimal Hours { get; init; }
    public required int Cases { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("need").HasKey(need => need.Id);
        builder.Property(need => need.State).HasConversion<string>();
        builder.Property(need => need.Evidence).AsJson();
        builder.Property(need => need.Decision).AsJson();
        builder.Property(need => need.Row).IsRowVersion();
        builder.HasIndex(need => new { need.Organ, need.Signal, need.Account }, "ix_need_open").IsUnique().AreNullsDistinct(false).HasFilter("state in ('Proposed', 'Accepted')");
        builder.HasIndex(need => new { need.State, need.Id });
        builder.HasIndex(need => need.Organ);
        builder.HasIndex(need => need.Account).HasFilter("account is not null");
    }
}

internal sealed class CoachingEntryMapping : IEntityTypeConfiguration<CoachingEntry>
{
    public void Configure(EntityTypeBuilder<CoachingEntry> builder)
    {
        builder.ToTable("coaching_entry").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Hours).HasPrecision(4, 1);
        builder.HasIndex(entry => entry.NeedId);
        builder.HasIndex(entry => entry.On);
        builder.HasOne<Need>().WithMany().HasForeignKey(entry => entry.NeedId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class NeedRefusals
{
    public static readonly Refusal Decided = new("need.decided", "这条已经有人定过。");
    public static readonly Refusal NotAccepted = new("need.not-accepted", "还没有定下怎么帮，或者已经结束。");
    public static readonly Refusal WithoutMentor = new("need.without-mentor", "手把手指导要写明由谁指导。", null, RefusalKind.Invalid);
    public static readonly Refusal WithoutCourse = new("need.without-course", "请选一场已经安排的培训。", null, RefusalKind.Invalid);
    public static readonly Refusal NotMentor = new("need.not-mentor", "帮教记录由定下的指导人或者培训管理员写。", null, RefusalKind.Forbidden);
}
