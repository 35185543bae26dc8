using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>统计分析 in the navigation.</summary>
internal static class InsightMenu
{
    /// <summary>Policy of the pages: whoever sees the whole district, and the organs for their own figures.</summary>
    public const string Readers = "Oversee|Supervise|Lead|Audit|Handle|Check|Head";

    /// <summary>Policy of the page of what was taken away.</summary>
    public const string Recorded = "Oversee|Audit";

    public static bool SeesAll(string duty) => duty is Duty.Oversee or Duty.Supervise or Duty.Lead or Duty.Audit;

    public static IReadOnlyList<MenuGroup> For(string duty) => duty switch
    {
        _ when SeesAll(duty) => [new("统计", [new("统计分析", "/desk/insight"), new("指标表", "/desk/insight/measures"), new("分类统计", "/desk/insight/counts"), .. duty is Duty.Oversee or Duty.Audit ? [new MenuItem("导出记录", "/desk/insight/exports")] : Array.Empty<MenuItem>()])],
        Duty.Handle or Duty.Check or Duty.Head => [new("统计", [new("本单位统计", "/desk/insight"), new("指标表", "/desk/insight/measures"), new("分类统计", "/desk/insight/counts")])],
        Duty.Administer => [new("统计", [new("重建统计", "/desk/insight/rebuilding")])],
        _ => [],
    };
}
