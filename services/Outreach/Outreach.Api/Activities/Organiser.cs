using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

internal enum OrganiserStatus
{
    /// <summary>待确认.</summary>
    Asked,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>不参加, with the reason.</summary>
    Refused,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>Taken out by the office, with the reason.</summary>
    Released,
}

internal enum OrganiserAct { Confirm, Refuse, Complete }

/// <summary>联合举办单位: an organ with a task of its own, which it confirms and completes itself.</summary>
internal sealed class Organiser
{
    private Organiser() { } // EF Core

    public Guid ActivityId { get; private init; }
    public string Organ { get; private init; } = "";
    public string Task { get; private set; } = "";
    public OrganiserStatus Status { get; private set; }

    /// <summary>Why not, or what was done.</summary>
    public string? Note { get; private set; }
    public DateOnly AskedOn { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>It belongs to the joint force.</summary>
    public bool Joins => Status is OrganiserStatus.Confirmed or OrganiserStatus.Done;

    public static Organiser Ask(Guid activity, string organ, string task, DateOnly today) => new() { ActivityId = activity, Organ = organ, Task = task.Trim(), AskedOn = today };

    /// <summary>Asks once more an organ that is out, or changes the task of one that has not answered.</summary>
    public Refusal? AskAgain(string task, DateOnly today)
    {
        if (Status is OrganiserStatus.Confirmed or OrganiserStatus.Done) return ActivityRefusals.OrganiserAnswered(Status);
        (Task, Status, AskedOn, Note, AnsweredOn) = (task.Trim(), OrganiserStatus.Asked, today, null, null);
        return null;
    }

    public Refusal? Refuses(OrganiserAct act, CurrentCaller caller, ActivityStatus activity)
    {
        if (!caller.ActsFor(Organ)) return ActivityRefusals.OrganiserOnly;
        if (activity is not (ActivityStatus.Planned or ActivityStatus.Held)) return ActivityRefusals.WrongState(activity);
        var open = act is OrganiserAct.Complete ? Status is OrganiserStatus.Confirmed : Status is OrganiserStatus.Asked;
        return open ? null : ActivityRefusals.OrganiserAnswered(Status);
    }

    public Refusal? Answer(OrganiserAct act, string? note, CurrentCaller caller, ActivityStatus activity, DateOnly today)
    {
        if (Refuses(act, caller, activity) is { } refusal) return refusal;
        Note = note?.Trim();
        if (act is OrganiserAct.Complete) (Status, DoneOn) = (OrganiserStatus.Done, today);
        else (Status, AnsweredOn) = (act is OrganiserAct.Confirm ? OrganiserStatus.Confirmed : OrganiserStatus.Refused, today);
        return null;
    }

    public Refusal? Release(string reason, DateOnly today)
    {
        if (Status is OrganiserStatus.Done or OrganiserStatus.Released) return ActivityRefusals.OrganiserAnswered(Status);
        (Status, Note, AnsweredOn) = (OrganiserStatus.Released, reason.Trim(), AnsweredOn ?? today);
        return null;
    }
}

internal sealed class OrganiserMapping : IEntityTypeConfiguration<Organiser>
{
    public void Configure(EntityTypeBuilder<Organiser> builder)
    {
        builder.ToTable("organiser").HasKey(each => new { each.ActivityId, each.Organ });
        builder.Property(each => each.Status).HasConversion<string>();
        builder.Ignore(each => each.Joins);
        builder.HasVersion();
        builder.HasIndex(each => new { each.Organ, each.AskedOn, each.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(each => each.ActivityId).OnDelete(DeleteBehavior.Restrict);
    }
}
