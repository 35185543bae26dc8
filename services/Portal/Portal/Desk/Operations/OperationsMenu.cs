using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Operations;

/// <summary>运行 in the navigation.</summary>
internal static class OperationsMenu
{
    /// <summary>Policy of the pages.</summary>
    public const string Readers = "Administer|Audit";

    public static IReadOnlyList<MenuGroup> For(string duty) => duty is Duty.Administer or Duty.Audit ? [new("运行", [new("运行告警", "/desk/operations/alarms")])] : [];
}
