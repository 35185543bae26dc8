using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Governance;

/// <summary>法治工作 in the navigation.</summary>
internal static class GovernanceMenu
{
    /// <summary>Policy of whoever of the office may look.</summary>
    public const string OfOffice = "Oversee|Supervise|Lead|Audit";

    /// <summary>Policy of the office, and of whoever has tasks.</summary>
    public const string OfEverybody = "Oversee|Supervise|Lead|Audit|Register|Teach|Train|Handle|Check|Head";

    private static readonly MenuItem RoadMap = new("路线图", "/desk/governance/road-map"), Tasks = new("法治任务", "/desk/governance/tasks");

    private static readonly MenuGroup Office = new("法治工作",
    [
        RoadMap, Tasks, new("会议和决定", "/desk/governance/meetings"), new("制度机制", "/desk/governance/mechanisms"), new("公开日历", "/desk/governance/publishing"), new("合规检查", "/desk/governance/checks"), new("法治指标", "/desk/governance/measures"), new("履职台账", "/desk/governance/evidence-book"),
    ]);

    public static IReadOnlyList<MenuGroup> For(string duty) => duty switch
    {
        Duty.Oversee or Duty.Supervise or Duty.Lead or Duty.Audit => [Office],
        Duty.Register or Duty.Teach or Duty.Train or Duty.Handle or Duty.Check or Duty.Head => [new("法治工作", [RoadMap, Tasks])],
        _ => [],
    };
}
