using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>Which act is open to whom, what a decision must have, and the words of what refuses it. Every act is open while the meeting is called, and closed after.</summary>
internal static class MeetingFlow
{
    public const int MostPoints = 20, MostDecisions = 40;

    public static readonly Refusal ConvenerOnly = new("meeting.convener-only", "会议由领导或者区信访办负责人召集和记录。", PetitionRegulations.JointConference, RefusalKind.Forbidden);
    public static readonly Refusal NoPoint = new("meeting.no-point", "没有这个议题。", null, RefusalKind.NotFound);
    public static readonly Refusal WithoutOpinion = new("meeting.without-opinion", "这个议题还没有合法性审查意见，不能记作已经决定。", GovernanceLaw.Legality);
    public static readonly Refusal Unlawful = new("meeting.unlawful", "合法性审查认为这个议题不合法，不能记作已经决定。", GovernanceLaw.Legality);
    public static readonly Refusal OnlyWithChanges = new("meeting.only-with-changes", "合法性审查要求修改，只能记作“修改后通过”。", GovernanceLaw.Legality);
    public static readonly Refusal WithoutOwner = new("meeting.without-owner", "通过的决定要写明责任单位、责任科室和期限，期限不能在会议以前。", PetitionRegulations.JointConference, RefusalKind.Invalid);

    public static Refusal? Refuses(Meeting meeting, MeetingAct act, CurrentCaller caller)
    {
        var duty = act is MeetingAct.Opine ? caller.Keeps() ? null : Shared.OfficeOnly : Convenes(caller) ? null : ConvenerOnly;
        return duty ?? (meeting.State is MeetingState.Called ? null : new Refusal("meeting.wrong-state", $"这次会议现在是“{Words(meeting.State)}”，不能这样办。", meeting.Basis));
    }

    public static bool Convenes(CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Has(Duty.Lead);

    /// <summary>What is decided together needs a legality opinion first; elsewhere an opinion that was given binds as well.</summary>
    public static Refusal? OfDecision(Meeting meeting, Decision decision)
    {
        if (decision.Point < 1 || decision.Point > meeting.Agenda.Count) return NoPoint;
        if (!decision.Taken) return null;
        if (decision.Organ is null || string.IsNullOrWhiteSpace(decision.Owner) || decision.DueOn is not { } due || due < meeting.On) return WithoutOwner;
        return meeting.Agenda[decision.Point - 1].Opinion?.Finding switch
        {
            null => meeting.Kind is MeetingKind.Collective ? WithoutOpinion : null,
            Legality.Unlawful => Unlawful,
            Legality.LawfulIfChanged when decision.Outcome is Outcome.Adopted => OnlyWithChanges,
            _ => null,
        };
    }

    public static Article BasisOf(MeetingKind kind) => kind switch
    {
        MeetingKind.Collective => GovernanceLaw.Together, MeetingKind.JointConference => PetitionRegulations.JointConference, MeetingKind.District => GovernanceLaw.Committee, MeetingKind.Briefing => GovernanceLaw.FirstResponsible, _ => GovernanceLaw.Government,
    };

    public static string Words(MeetingState state) => state switch { MeetingState.Called => "已召集", MeetingState.Held => "已召开", _ => "已取消" };

    public static string Words(MeetingKind kind) => kind switch
    {
        MeetingKind.Collective => "集体研究重大事项", MeetingKind.JointConference => "信访工作联席会议", MeetingKind.District => "全区会议", MeetingKind.Briefing => "听取法治工作汇报", _ => "研究解决重大问题",
    };

    public static string Words(Legality finding) => finding switch { Legality.Lawful => "合法", Legality.LawfulIfChanged => "修改后合法", _ => "不合法" };

    public static string Words(Outcome outcome) => outcome switch { Outcome.Adopted => "通过", Outcome.AdoptedWithChanges => "修改后通过", Outcome.Deferred => "暂缓、再议", _ => "不通过" };
}
