using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>Why an act on an activity is refused.</summary>
internal static class ActivityRefusals
{
    public static readonly Refusal OfficeOnly = new("activity.office-only", "活动由区信访办的普法人员安排和记录。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal OrganiserOnly = new("activity.organiser-only", "这项任务由联合举办单位自己确认和完成。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal TooEarly = new("activity.too-early", "活动还没有到举办的日子，举办以后再记录。", null, RefusalKind.Conflict);
    public static readonly Refusal MoreFeedbackThanPeople = new("activity.feedback", "反馈的人数不能比参加的人数多。", null, RefusalKind.Invalid);
    public static readonly Refusal OwnOffice = new("activity.own-office", "区信访办是主办单位，不用再列为联合单位。", null, RefusalKind.Invalid);

    public static Refusal WrongState(ActivityStatus status) => new("activity.wrong-state", $"活动现在是“{Words(status)}”，不能这样办。");

    public static Refusal OrganiserAnswered(OrganiserStatus status) => new("activity.organiser-answered", $"这项任务现在是“{Words(status)}”，不能这样办。");

    public static Refusal TasksOpen(IReadOnlyList<Organiser> open)
    {
        var organs = string.Join('、', open.Select(each => Organs.Find(each.Organ)?.ShortName ?? each.Organ));
        return new("activity.tasks-open", $"{organs}的任务还没有完成。等单位报完成，或者写明原因撤出以后再办结。", OutreachLaw.EachOrganTeaches);
    }

    public static string Words(ActivityStatus status) => status switch
    {
        ActivityStatus.Draft => "草稿", ActivityStatus.Planned => "已安排", ActivityStatus.Held => "已举办", ActivityStatus.Closed => "已办结", _ => "已取消",
    };

    public static string Words(OrganiserStatus status) => status switch
    {
        OrganiserStatus.Asked => "待确认", OrganiserStatus.Confirmed => "已确认", OrganiserStatus.Refused => "不参加", OrganiserStatus.Done => "已完成", _ => "已撤出",
    };
}
