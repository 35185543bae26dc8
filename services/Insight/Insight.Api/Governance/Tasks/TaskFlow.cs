using System.Collections.Frozen;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>Which act is open in which state, to whom, and the words of what refuses it.</summary>
internal static class TaskFlow
{
    /// <summary>So many days before the term the organ is reminded. 本区设定.</summary>
    public const int DaysBefore = 7;

    public const int MostMilestones = 12, MostUrgings = 200;

    public static readonly Refusal InstructorOnly = new("governance-task.instructor-only", "批示由领导本人作出，或者由区信访办负责人登记。", GovernanceLaw.FirstResponsible, RefusalKind.Forbidden);
    public static readonly Refusal OrganOnly = new("governance-task.organ-only", "进展和完成情况由责任单位自己报。", GovernanceLaw.Committee, RefusalKind.Forbidden);
    public static readonly Refusal LeaderOnly = new("governance-task.leader-only", "过问、督促由领导或者区信访办负责人办理。", GovernanceLaw.FirstResponsible, RefusalKind.Forbidden);
    public static readonly Refusal SamePerson = new("governance-task.same-person", "自己报的完成情况，请别人核实。", GovernanceLaw.Committee);
    public static readonly Refusal NoMilestone = new("governance-task.no-milestone", "没有这个节点。", null, RefusalKind.NotFound);
    public static readonly Refusal MilestoneDone = new("governance-task.milestone-done", "这个节点已经报过完成。", GovernanceLaw.Committee);
    public static readonly Refusal TooManyUrgings = new("governance-task.too-many-urgings", "一项任务最多督促200次，请改用约谈、通报等办法。", PetitionRegulations.Rectification);
    public static readonly Refusal WithoutPillar = new("governance-task.without-pillar", "路线图的任务要写明属于“五化”的哪一化。", GovernanceLaw.Committee, RefusalKind.Invalid);
    public static readonly Refusal WithoutSource = new("governance-task.without-source", "请写明出处：文件名和文号，或者谁的批示（写职务）。", GovernanceLaw.Committee, RefusalKind.Invalid);
    public static readonly Refusal MilestoneTooLate = new("governance-task.milestone-too-late", "节点的日子不能在完成期限以后。", GovernanceLaw.Committee, RefusalKind.Invalid);

    public static readonly FrozenDictionary<TaskAct, TaskState> OpenIn = new Dictionary<TaskAct, TaskState>
    {
        [TaskAct.Amend] = TaskState.Open, [TaskAct.Pass] = TaskState.Open, [TaskAct.Report] = TaskState.Open, [TaskAct.Urge] = TaskState.Open, [TaskAct.Drop] = TaskState.Open,
        [TaskAct.Return] = TaskState.Reported, [TaskAct.Confirm] = TaskState.Reported,
    }.ToFrozenDictionary();

    public static Refusal? Refuses(GovernanceTask task, TaskAct act, CurrentCaller caller)
    {
        var duty = act switch
        {
            TaskAct.Amend or TaskAct.Drop => Makes(task.Kind, caller) ? null : task.Kind is TaskKind.Instruction ? InstructorOnly : Shared.OfficeOnly,
            TaskAct.Pass or TaskAct.Report => ActsFor(task.Organ, caller) ? null : OrganOnly,
            TaskAct.Urge => caller.Has(Duty.Lead) || caller.Has(Duty.Oversee) ? null : LeaderOnly,
            _ => caller.Keeps() ? null : Shared.OfficeOnly,
        };
        if (duty is not null) return duty;
        if (OpenIn[act] != task.Status) return WrongState(task.Status, task.Basis);
        return act is TaskAct.Confirm or TaskAct.Return && caller.Account == task.ReportedBy ? SamePerson : null;
    }

    public static bool Makes(TaskKind kind, CurrentCaller caller) => kind is TaskKind.Instruction ? caller.Has(Duty.Lead) || caller.Has(Duty.Oversee) : caller.Keeps();

    public static Refusal WrongState(TaskState status, Article basis) => new("governance-task.wrong-state", $"这项任务现在是“{Words(status)}”，不能这样办。", basis);

    /// <param name="today">Null where the term stays as it is and may have passed.</param>
    public static Refusal? OfTerms(TaskTerms terms, DateOnly? today) =>
        terms.DueOn < today ? Shared.PastDay : terms.Milestones.Any(each => each.DueOn > terms.DueOn) ? MilestoneTooLate : null;

    public static Article BasisOf(TaskKind kind) => kind switch
    {
        TaskKind.YearPlan or TaskKind.Problem => GovernanceLaw.Government, TaskKind.Decision => PetitionRegulations.JointConference, TaskKind.Instruction => GovernanceLaw.FirstResponsible, _ => GovernanceLaw.Committee,
    };

    public static string Words(TaskState status) => status switch { TaskState.Open => "在办", TaskState.Reported => "已报完成，待核实", TaskState.Confirmed => "已核实完成", _ => "已撤下" };

    public static string Words(TaskKind kind) => kind switch
    {
        TaskKind.RoadMap => "路线图任务", TaskKind.YearPlan => "年度法治任务", TaskKind.Superior => "上级部署任务", TaskKind.Decision => "会议决定", TaskKind.Instruction => "领导批示", _ => "重大问题",
    };

    public static string Words(UrgingWay way) => way is UrgingWay.Ask ? "过问" : "督促";

    // What the office itself owes is reported by its own people.
    private static bool ActsFor(string organ, CurrentCaller caller) => caller.Organ == organ && (organ == Organs.Office
        ? caller.Has(Duty.Register) || caller.Has(Duty.Teach) || caller.Has(Duty.Train) || caller.Keeps()
        : caller.Has(Duty.Handle) || caller.Has(Duty.Head));
}
