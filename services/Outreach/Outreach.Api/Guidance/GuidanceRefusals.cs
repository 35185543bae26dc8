using Xinfang.Law;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>Why an act on the log of guidance is refused.</summary>
internal static class GuidanceRefusals
{
    /// <summary>The office guides what is below it, and is guided from above.</summary>
    public static readonly Article Guidance = new(PetitionRegulations.Title, 14);

    public static readonly Refusal OfficeOnly = new("guidance.office-only", "整改结果由区信访办的普法人员登记。", Guidance, RefusalKind.Forbidden);
    public static readonly Refusal NotYet = new("guidance.not-yet", "指导的日期还没有到。", null, RefusalKind.Invalid);
    public static readonly Refusal Rectification = new("guidance.rectification", "要整改的，写明由谁整改，期限不能在指导以前。", null, RefusalKind.Invalid);

    public static Refusal WrongState(GuidanceStatus status) => new("guidance.wrong-state", $"这一条现在是“{Words(status)}”，不用再登记整改。");

    public static string Words(GuidanceStatus status) => status switch { GuidanceStatus.Noted => "不需要整改", GuidanceStatus.Open => "待整改", _ => "已整改" };

    public static string Words(GuidanceWay way) => way switch
    {
        GuidanceWay.OnSite => "现场指导", GuidanceWay.Course => "专题培训", GuidanceWay.Meeting => "座谈会议", GuidanceWay.Written => "书面意见", _ => "电话指导",
    };
}
