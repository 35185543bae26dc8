using CsCheck;
using Xinfang.Insight.Api.Governance;
using Xinfang.Insight.Api.Governance.Meetings;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Tests.Governance;

/// <summary>Every (state, act) pair is decided, and so for everybody.</summary>
public class EveryActInEveryState
{
    private static readonly DateOnly Day = new(2050, 3, 2);
    private static readonly CurrentCaller Office = Caller("supervisor", Desk.Office, Duty.Supervise), Head = Caller("office-head", Desk.Office, Duty.Oversee), Officer = Caller($"{Desk.Organ}.officer", Desk.Organ, Duty.Handle);

    [Fact]
    public void A_task_refuses_each_act_in_each_state_but_where_the_table_opens_it()
    {
        foreach (var state in Enum.GetValues<TaskState>())
            foreach (var act in Enum.GetValues<TaskAct>())
            {
                var by = act switch { TaskAct.Pass or TaskAct.Report => Officer, TaskAct.Urge => Head, _ => Office };
                var refused = In(state).Refuses(act, by);
                if (TaskFlow.OpenIn[act] == state) Assert.Null(refused);
                else Assert.Equal("governance-task.wrong-state", refused?.Code);
                Assert.True(refused is null || refused.Basis is not null);
            }
    }

    [Fact]
    public void A_task_that_was_refused_has_not_changed() =>
        Gen.Select(Gen.Enum<TaskState>(), Gen.Enum<TaskAct>(), Gen.Int[0, 3]).Sample((state, act, who) =>
        {
            var (task, caller) = (In(state), new[] { Office, Head, Officer, Caller("leader", Desk.Office, Duty.Lead) }[who]);
            var (before, open) = (Told(task), task.Refuses(act, caller) is null);
            var refusal = act switch
            {
                TaskAct.Amend => task.Amend(Terms("改过的"), caller, Day), TaskAct.Pass => task.Pass(1, caller, Day), TaskAct.Report => task.ReportDone("做了。", caller, Day), TaskAct.Urge => task.Urge(UrgingWay.Press, "快办。", caller, Day),
                _ => task.Answer(act, "说明。", caller, Day),
            };
            return open == refusal is null && open == (before != Told(task));
        }, iter: 500);

    [Fact]
    public void A_meeting_refuses_each_act_after_it_was_held_or_cancelled()
    {
        foreach (var state in Enum.GetValues<MeetingState>())
            foreach (var act in Enum.GetValues<MeetingAct>())
            {
                Assert.False(Meeting.Call(Guid.CreateVersion7(), new(MeetingKind.Collective, "研究", Day, "会议室", "主任", [Desk.Office], ["议题"]), Head).Refused(out _, out var meeting));
                if (state is MeetingState.Held) Assert.Null(meeting.Hold("纪要。", [], Head, Day));
                if (state is MeetingState.Cancelled) Assert.Null(meeting.Cancel("改期。", Head));
                Assert.Equal(state is MeetingState.Called ? null : "meeting.wrong-state", meeting.Refuses(act, Head)?.Code);
                Assert.Equal(act is MeetingAct.Opine ? state is MeetingState.Called ? null : "meeting.wrong-state" : "meeting.convener-only", meeting.Refuses(act, Office)?.Code);
                Assert.Equal(act is MeetingAct.Opine ? "governance.office-only" : "meeting.convener-only", meeting.Refuses(act, Officer)?.Code);
            }
    }

    private static string Told(GovernanceTask task) => System.Text.Json.JsonSerializer.Serialize(task);

    private static GovernanceTask In(TaskState state)
    {
        Assert.False(GovernanceTask.Make(Guid.CreateVersion7(), TaskKind.RoadMap, Desk.Organ, Terms("排查"), Office, Day).Refused(out _, out var task));
        if (state is TaskState.Dropped) Assert.Null(task.Answer(TaskAct.Drop, "不办。", Office, Day));
        if (state is TaskState.Reported or TaskState.Confirmed) Assert.Null(task.ReportDone("做了。", Officer, Day));
        if (state is TaskState.Confirmed) Assert.Null(task.Answer(TaskAct.Confirm, null, Office, Day));
        Assert.Equal(state, task.Status);
        return task;
    }

    private static TaskTerms Terms(string title) => new(title, "每月一次。", "物业科", Day.AddDays(30), Pillar.Prevent, null, null, [new("建台账", Day.AddDays(5))]);

    private static CurrentCaller Caller(string account, string organ, string duty) => new(account, account, organ, [duty]);
}
