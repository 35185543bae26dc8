using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.JointWork;

/// <summary>The part of the navigation for duties, campaigns, activities and measures.</summary>
internal static class WorkMenu
{
    private static readonly MenuItem Duties = new("普法责任清单", "/desk/outreach/duties"), Measures = new("普法指标", "/desk/outreach/measures"), Recommendations = new("普法建议", "/desk/outreach/recommendations"), Year = new("年度计划", "/desk/outreach/year"), Guidance = new("上级指导", "/desk/outreach/guidance");

    public static IReadOnlyList<MenuGroup> For(string duty) => duty switch
    {
        Duty.Teach => [new("普法", [Year, Recommendations, Duties, Measures, Guidance])],
        Duty.Oversee or Duty.Lead or Duty.Supervise or Duty.Audit => [new("普法", [Year, Recommendations, Duties, Measures, Guidance])],
        Duty.Handle or Duty.Check or Duty.Head => [new("普法", [Duties, new("联合普法任务", "/desk/outreach/tasks")])],
        _ => [],
    };
}
