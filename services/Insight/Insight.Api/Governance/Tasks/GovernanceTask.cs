using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>Where a task comes from.</summary>
internal enum TaskKind
{
    /// <summary>路线图.</summary>
    RoadMap,

    /// <summary>法治政府建设年度任务.</summary>
    YearPlan,

    /// <summary>上级文件、会议精神分解.</summary>
    Superior,

    /// <summary>会议决定.</summary>
    Decision,

    /// <summary>领导批示.</summary>
    Instruction,

    /// <summary>重大问题: what is done about it, and whether it helped.</summary>
    Problem,
}

/// <summary>Where it stands. Overdue is computed.</summary>
internal enum TaskState { Open, Reported, Confirmed, Dropped }

internal enum TaskAct { Amend, Pass, Report, Return, Confirm, Urge, Drop }

/// <summary>How a leader comes back to a task: 过问 or 督促.</summary>
internal enum UrgingWay { Ask, Press }

/// <summary>A step on the way.</summary>
/// <param name="DoneOn">Null until the organ says that it is done.</param>
internal sealed record Milestone(string Text, DateOnly DueOn, DateOnly? DoneOn = null);

/// <summary>A leader, or the head of the office, has asked or pressed.</summary>
/// <param name="ByLeader">By the first person responsible.</param>
internal sealed record Urging(DateOnly On, UrgingWay Way, string Words, bool ByLeader);

/// <summary>What is asked.</summary>
/// <param name="Owner">Section or post, not a person.</param>
/// <param name="Source">Document and its number, or who instructed, by post.</param>
/// <param name="Business">同部署同落实: the business work it goes along with.</param>
internal sealed record TaskTerms(string Title, string Text, string Owner, DateOnly DueOn, Pillar? Pillar, string? Source, string? Business, IReadOnlyList<Milestone> Milestones);

/// <summary>法治化任务: everything that has an owner, a day, steps and evidence.</summary>
internal sealed class GovernanceTask
{
    private GovernanceTask() { } // EF Core

    public Guid Id { get; private init; }
    public TaskKind Kind { get; private init; }
    public string Organ { get; private init; } = "";

    /// <summary>Instructed by the first person responsible in person.</summary>
    public bool ByLeader { get; private init; }
    public DateOnly MadeOn { get; private init; }

    /// <summary>The meeting that decided it.</summary>
    public Guid? MeetingId { get; private init; }

    /// <summary>The year in which it is due.</summary>
    public int Year { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Owner { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public Pillar? Pillar { get; private set; }
    public string? Source { get; private set; }
    public string? Business { get; private set; }
    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];
    public IReadOnlyList<Urging> Urgings { get; private set; } = [];
    public TaskState Status { get; private set; }

    /// <summary>What was done and what shows it.</summary>
    public string? Evidence { get; private set; }
    public string? ReportedBy { get; private set; }

    /// <summary>Decides whether it was in time: the day of the report that was confirmed.</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>Of the office: why sent back or dropped, or what it found when it checked.</summary>
    public string? Remark { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The watch looks at it from this day on; null when there is nothing more to remind of.</summary>
    public DateOnly? RemindOn { get; private set; }
    public DateOnly? DueSoonToldOn { get; private set; }
    public DateOnly? OverdueToldOn { get; private set; }

    public bool InTime => Status is TaskState.Confirmed && ReportedOn <= DueOn;

    public Article Basis => TaskFlow.BasisOf(Kind);

    public bool OverdueOn(DateOnly day) => Status is TaskState.Open && DueOn < day;

    public static Result<GovernanceTask> Make(Guid id, TaskKind kind, string organ, TaskTerms terms, CurrentCaller caller, DateOnly today)
    {
        if (!TaskFlow.Makes(kind, caller)) return kind is TaskKind.Instruction ? TaskFlow.InstructorOnly : Shared.OfficeOnly;
        return Make(id, kind, organ, terms, kind is TaskKind.Instruction && caller.Has(Duty.Lead), null, today);
    }

    /// <summary>A decision of a meeting, or what a meeting decided about a problem.</summary>
    public static Result<GovernanceTask> Decided(Guid id, Guid meeting, bool problem, string organ, TaskTerms terms, DateOnly today) =>
        Make(id, problem ? TaskKind.Problem : TaskKind.Decision, organ, terms, false, meeting, today);

    /// <summary>Why this caller may not do this now; null when the act is open.</summary>
    public Refusal? Refuses(TaskAct act, CurrentCaller caller) => TaskFlow.Refuses(this, act, caller);

    public Refusal? Amend(TaskTerms terms, CurrentCaller caller, DateOnly today)
    {
        if ((Refuses(TaskAct.Amend, caller) ?? TaskFlow.OfTerms(terms, terms.DueOn == DueOn ? null : today)) is { } refusal) return refusal;
        Take(terms);
        return null;
    }

    /// <summary>A step is done; numbers begin at 1.</summary>
    public Refusal? Pass(int number, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(TaskAct.Pass, caller) is { } refusal) return refusal;
        if (number < 1 || number > Milestones.Count) return TaskFlow.NoMilestone;
        if (Milestones[number - 1].DoneOn is not null) return TaskFlow.MilestoneDone;
        Milestones = [.. Milestones.Select((each, index) => index == number - 1 ? each with { DoneOn = today } : each)];
        return null;
    }

    public Refusal? ReportDone(string evidence, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(TaskAct.Report, caller) is { } refusal) return refusal;
        (Status, Evidence, ReportedBy, ReportedOn, Remark) = (TaskState.Reported, evidence.Trim(), caller.Account, today, null);
        return null;
    }

    /// <summary>The office's answer: sent back, confirmed or dropped.</summary>
    public Refusal? Answer(TaskAct act, string? remark, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(act, caller) is { } refusal) return refusal;
        (Status, Remark, DecidedOn) = (act switch { TaskAct.Return => TaskState.Open, TaskAct.Drop => TaskState.Dropped, _ => TaskState.Confirmed }, remark?.Trim(), today);
        if (act is not TaskAct.Return) RemindOn = null;
        return null;
    }

    public Refusal? Urge(UrgingWay way, string words, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(TaskAct.Urge, caller) is { } refusal) return refusal;
        if (Urgings.Count >= TaskFlow.MostUrgings) return TaskFlow.TooManyUrgings;
        Urgings = [.. Urgings, new(today, way, words.Trim(), caller.Has(Duty.Lead))];
        return null;
    }

    /// <summary>Notes once that it is due soon and once that it is overdue; null when there is nothing to remind of.</summary>
    public string? Remind(DateOnly today)
    {
        if (Status is not TaskState.Open || RemindOn is not { } from || today < from) return null;
        if (DueOn < today)
        {
            (OverdueToldOn, RemindOn) = (today, null);
            return "TaskOverdue";
        }
        (DueSoonToldOn, RemindOn) = (today, DueOn.AddDays(1));
        return "TaskDueSoon";
    }

    private static Result<GovernanceTask> Make(Guid id, TaskKind kind, string organ, TaskTerms terms, bool byLeader, Guid? meeting, DateOnly today)
    {
        if (TaskFlow.OfTerms(terms, today) is { } refusal) return refusal;
        if (kind is TaskKind.RoadMap && terms.Pillar is null) return TaskFlow.WithoutPillar;
        if (kind is TaskKind.Superior or TaskKind.Instruction && !byLeader && string.IsNullOrWhiteSpace(terms.Source)) return TaskFlow.WithoutSource;
        var made = new GovernanceTask { Id = id, Kind = kind, Organ = organ, ByLeader = byLeader, MeetingId = meeting, MadeOn = today };
        made.Take(terms);
        return made;
    }

    private void Take(TaskTerms terms)
    {
        if (terms.DueOn != DueOn) (RemindOn, DueSoonToldOn, OverdueToldOn) = (terms.DueOn.AddDays(-TaskFlow.DaysBefore), null, null);
        (Title, Text, Owner, DueOn, Year, Pillar, Source, Business) =
            (terms.Title.Trim(), terms.Text.Trim(), terms.Owner.Trim(), terms.DueOn, terms.DueOn.Year, terms.Pillar, terms.Source?.Trim(), terms.Business?.Trim());
        // A step that is kept word for word keeps the day on which it was done.
        Milestones = [.. terms.Milestones.Select(each => new Milestone(each.Text.Trim(), each.DueOn, Milestones.FirstOrDefault(known => known.Text == each.Text.Trim())?.DoneOn))];
    }
}
