using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>A step as a caller sees it.</summary>
internal sealed record MilestoneView(int Number, string Text, DateOnly DueOn, DateOnly? DoneOn, bool Overdue);

/// <summary>An entry of the log of urging.</summary>
internal sealed record UrgingView(DateOnly On, string Way, string WayText, string Words, bool ByLeader);

/// <summary>A task as a caller sees it.</summary>
internal sealed record TaskView(
    Guid Id, string Kind, string KindText, string Organ, string OrganName, string Owner, string Title, string Text, DateOnly MadeOn, DateOnly DueOn, string? Pillar, string? PillarText, string? Source, bool ByLeader, string? Business, Guid? MeetingId,
    string Status, string StatusText, bool Overdue, bool InTime, string? Evidence, DateOnly? ReportedOn, string? Remark, DateOnly? DecidedOn, DateOnly? DueSoonToldOn, DateOnly? OverdueToldOn, string Basis,
    IReadOnlyList<MilestoneView> Milestones, IReadOnlyList<UrgingView> Urgings, IReadOnlyList<ActView> Acts, uint Version = 0)
{
    private static readonly (TaskAct Act, string Label, string Route)[] Routes =
    [
        (TaskAct.Pass, "报节点完成", "milestones"), (TaskAct.Report, "报完成", "report"), (TaskAct.Confirm, "核实，确认完成", "confirmation"), (TaskAct.Return, "退回补充", "return"), (TaskAct.Urge, "过问、督促", "urging"), (TaskAct.Amend, "修改", "amendment"), (TaskAct.Drop, "撤下", "dropping"),
    ];

    public static TaskView Of(GovernanceTask task, CurrentCaller caller, DateOnly today) => new(
        task.Id, task.Kind.ToString(), TaskFlow.Words(task.Kind), task.Organ, Shared.NameOf(task.Organ), task.Owner, task.Title, task.Text, task.MadeOn, task.DueOn, task.Pillar?.ToString(), task.Pillar is { } pillar ? Shared.Words(pillar) : null,
        task.Source, task.ByLeader, task.Business, task.MeetingId, task.Status.ToString(), TaskFlow.Words(task.Status), task.OverdueOn(today), task.InTime, task.Evidence, task.ReportedOn, task.Remark, task.DecidedOn, task.DueSoonToldOn, task.OverdueToldOn, task.Basis.ToString(),
        [.. task.Milestones.Select((each, index) => new MilestoneView(index + 1, each.Text, each.DueOn, each.DoneOn, each.DoneOn is null && each.DueOn < today && task.Status is TaskState.Open))],
        [.. task.Urgings.Select(each => new UrgingView(each.On, each.Way.ToString(), TaskFlow.Words(each.Way), each.Words, each.ByLeader))],
        [.. Routes.Where(each => each.Act is not TaskAct.Pass || task.Milestones.Any(step => step.DoneOn is null)).Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/governance/tasks/{task.Id}/{each.Route}", task.Refuses(each.Act, caller))).Where(each => each.Open)]);
}
