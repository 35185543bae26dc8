using Xinfang.Law;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>Why an act on a warning is refused (《信访工作条例》第二十五条).</summary>
internal static class WarningRefusals
{
    public static readonly Refusal OwnerOnly = new("warning.owner-only", "预警由负责的单位或者区信访办接手和处置。", InsightLaw.Warning, RefusalKind.Forbidden);
    public static readonly Refusal OfficeOnly = new("warning.office-only", "预警属实不属实，由区信访办负责人或者督查人员判断。", InsightLaw.Warning, RefusalKind.Forbidden);
    public static readonly Refusal Escalated = new("warning.escalated", "到期没有接手，已经报给区信访办负责人，由负责人处置。", InsightLaw.Warning);
    public static readonly Refusal SamePerson = new("warning.same-person", "处置的人不能自己下结论，请另一个人来判断。", InsightLaw.Warning);

    public static Refusal WrongState(WarningStatus status) => new("warning.wrong-state", $"这条预警现在是“{WarningWords.Of(status)}”，不能这样办。", InsightLaw.Warning);
}

/// <summary>How people call it.</summary>
internal static class WarningWords
{
    public static string Of(WarningStatus status) => status switch
    {
        WarningStatus.New => "待接手", WarningStatus.Taken => "处置中", WarningStatus.Answered => "待下结论", WarningStatus.Judged => "已下结论", _ => "已撤销",
    };

    public static string Of(WarningRule rule) => rule switch
    {
        WarningRule.Surge => "激增", WarningRule.JointForming => "可能联名", WarningRule.HotTopic => "热点", WarningRule.RepeatWave => "重复集中", WarningRule.TermLikelyMissed => "可能超期", WarningRule.UrgentUnrouted => "紧急未转", _ => "逾期未转",
    };

    public static string? Of(Verdict? verdict) => verdict switch { Verdict.True => "属实", Verdict.False => "误报", Verdict.Unclear => "说不准", _ => null };
}
