using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

internal enum ActivityStatus
{
    /// <summary>草稿: taken from a recommendation, not settled yet.</summary>
    Draft,

    /// <summary>已安排.</summary>
    Planned,

    /// <summary>已举办, its results are noted.</summary>
    Held,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已取消, with the reason.</summary>
    Cancelled,
}

internal enum ActivityAct { Amend, Ask, Release, Hold, NoteMaterials, AddPhoto, Close, Cancel }

/// <summary>What, where, when, for whom and how.</summary>
/// <param name="Topic">Code of the content category it is about.</param>
/// <param name="Staff">Accounts of the office's own people.</param>
internal sealed record ActivityPlan(
    string Title, Guid? CampaignId, Guid? DutyItemId, string? Topic, IReadOnlyList<string> Forms, string Street, string Community, string Place,
    DateOnly On, IReadOnlyList<string> Audiences, IReadOnlyList<string> Staff);

/// <summary>What came of it: counts, never people.</summary>
internal sealed record ActivityResults(DateOnly HeldOn, int Attendance, int Useful, int NotUseful, string Summary);

/// <summary>普法活动: planned, held, closed, or cancelled with a reason.</summary>
internal sealed class Activity
{
    private Activity() { } // EF Core

    public Guid Id { get; private init; }
    public Guid? CampaignId { get; private set; }
    public Guid? DutyItemId { get; private set; }
    public Guid? RecommendationId { get; private init; }
    public string Title { get; private set; } = "";
    public string? Topic { get; private set; }
    public List<string> Forms { get; private set; } = [];
    public string Street { get; private set; } = "";
    public string Community { get; private set; } = "";
    public string Place { get; private set; } = "";
    public DateOnly? On { get; private set; }
    public List<string> Audiences { get; private set; } = [];
    public List<string> Staff { get; private set; } = [];
    public ActivityStatus Status { get; private set; }
    public DateOnly? HeldOn { get; private set; }
    public int? Attendance { get; private set; }
    public int? Useful { get; private set; }
    public int? NotUseful { get; private set; }
    public string? Summary { get; private set; }

    /// <summary>Why cancelled, or why closed although something is missing.</summary>
    public string? Reason { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    public bool WasHeld => Status is ActivityStatus.Held or ActivityStatus.Closed;

    public static Activity Plan(Guid id, ActivityPlan plan)
    {
        var made = new Activity { Id = id, Status = ActivityStatus.Planned };
        made.Take(plan);
        return made;
    }

    /// <summary>A draft from what the cases show; day and place are settled by a person.</summary>
    public static Activity Draft(Guid id, Guid recommendation, string title, string topic, IReadOnlyList<string> forms, string street, IReadOnlyList<string> audiences) => new()
    {
        Id = id, RecommendationId = recommendation, Title = title, Topic = topic, Forms = [.. forms], Street = street, Audiences = [.. audiences], Status = ActivityStatus.Draft,
    };

    /// <summary>Why this caller may not do this now; null when the act is open.</summary>
    public Refusal? Refuses(ActivityAct act, CurrentCaller caller)
    {
        if (!caller.Has(Duty.Teach)) return ActivityRefusals.OfficeOnly;
        ActivityStatus[] from = act switch
        {
            ActivityAct.Amend or ActivityAct.Cancel => [ActivityStatus.Draft, ActivityStatus.Planned],
            ActivityAct.Hold => [ActivityStatus.Planned],
            ActivityAct.Ask or ActivityAct.Release => [ActivityStatus.Planned, ActivityStatus.Held],
            ActivityAct.NoteMaterials => [ActivityStatus.Planned, ActivityStatus.Held],
            _ => [ActivityStatus.Held],
        };
        return from.Contains(Status) ? null : ActivityRefusals.WrongState(Status);
    }

    /// <summary>Settles it anew; a draft is planned by that.</summary>
    public Refusal? Amend(ActivityPlan plan, CurrentCaller caller)
    {
        if (Refuses(ActivityAct.Amend, caller) is { } refusal) return refusal;
        Take(plan);
        Status = ActivityStatus.Planned;
        return null;
    }

    public Refusal? Hold(ActivityResults results, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(ActivityAct.Hold, caller) is { } refusal) return refusal;
        if (results.HeldOn > today) return ActivityRefusals.TooEarly;
        if (results.Useful + results.NotUseful > results.Attendance) return ActivityRefusals.MoreFeedbackThanPeople;
        (Status, HeldOn, Attendance, Useful, NotUseful, Summary) = (ActivityStatus.Held, results.HeldOn, results.Attendance, results.Useful, results.NotUseful, results.Summary.Trim());
        return null;
    }

    /// <summary>Closes it; each joint organ has done its task or is out.</summary>
    public Refusal? Close(IReadOnlyList<Organiser> organisers, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(ActivityAct.Close, caller) is { } refusal) return refusal;
        if (organisers.Where(each => each.Status is OrganiserStatus.Asked or OrganiserStatus.Confirmed).ToList() is { Count: > 0 } open) return ActivityRefusals.TasksOpen(open);
        (Status, EndedOn) = (ActivityStatus.Closed, today);
        return null;
    }

    public Refusal? Cancel(string reason, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(ActivityAct.Cancel, caller) is { } refusal) return refusal;
        (Status, Reason, EndedOn) = (ActivityStatus.Cancelled, reason.Trim(), today);
        return null;
    }

    private void Take(ActivityPlan plan)
    {
        (Title, CampaignId, DutyItemId, Topic, Street, Community, Place, On) =
            (plan.Title.Trim(), plan.CampaignId, plan.DutyItemId, plan.Topic, plan.Street, plan.Community.Trim(), plan.Place.Trim(), plan.On);
        (Forms, Audiences, Staff) = ([.. plan.Forms.Distinct()], [.. plan.Audiences.Distinct()], [.. plan.Staff.Distinct()]);
    }
}

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activity").HasKey(activity => activity.Id);
        builder.Property(activity => activity.Status).HasConversion<string>();
        builder.Ignore(activity => activity.WasHeld);
        builder.HasVersion();
        builder.HasIndex(activity => new { activity.On, activity.Id });
        builder.HasIndex(activity => activity.HeldOn);
        builder.HasIndex(activity => activity.CampaignId);
        builder.HasIndex(activity => activity.DutyItemId);
        builder.HasIndex(activity => new { activity.Street, activity.On });
    }
}
