using Xinfang.Law;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>Why an act on the list of duties is refused (《法治宣传教育法》第九条).</summary>
internal static class DutyRefusals
{
    public static readonly Refusal OfficeOnly = new("duty-list.office-only", "普法责任清单由区信访办的普法人员制定和修改。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal OrganOnly = new("duty-list.organ-only", "完成情况由这一项的责任单位自己上报。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal CheckerOnly = new("duty-list.checker-only", "单位上报的由区信访办普法人员核实，信访办自己上报的由信访办负责人核实。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal SamePerson = new("duty-list.same-person", "上报的人不能自己核实，请另一个人核实。", OutreachLaw.EachOrganTeaches);
    public static readonly Refusal DueInAnotherYear = new("duty-list.due-on", "完成期限要在清单这一年里。", OutreachLaw.EachOrganTeaches, RefusalKind.Invalid);

    public static Refusal WrongState(DutyStatus status) => new("duty-list.wrong-state", $"这一项现在是“{Words(status)}”，不能这样办。", OutreachLaw.EachOrganTeaches);

    public static Refusal? OfTerms(DutyTerms terms, int year) => terms.DueOn.Year == year ? null : DueInAnotherYear;

    public static string Words(DutyStatus status) => status switch { DutyStatus.Open => "待完成", DutyStatus.Reported => "已上报", DutyStatus.Done => "已完成", _ => "已撤下" };
}
