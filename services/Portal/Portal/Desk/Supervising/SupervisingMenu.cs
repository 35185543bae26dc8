using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Supervising;

/// <summary>Supervision's part of the navigation.</summary>
internal static class SupervisingMenu
{
    /// <summary>Whether a duty has anything here.</summary>
    public static bool Has(string duty) => duty is Duty.Supervise or Duty.Oversee or Duty.Audit or Duty.Handle or Duty.Check or Duty.Head or Duty.Lead;

    public static IReadOnlyList<MenuGroup> For(string duty, SupervisingCounts? counts) => duty switch
    {
        Duty.Supervise =>
        [
            new("督办", [Of("supervisions", (counts?.Proposed ?? 0) + (counts?.Answered ?? 0), counts?.Overdue > 0), Of("violations", counts?.Violations ?? 0), Of("proposals", counts?.Proposals ?? 0)]),
            new("联席会议", [Of("meetings"), Of("tasks", counts?.Reported ?? 0), Of("measures")]),
            new("领导接访", [Of("packages"), Of("reception-days"), Frequency]),
        ],
        Duty.Oversee or Duty.Audit =>
        [
            new("督办", [Of("supervisions", counts?.Open ?? 0, counts?.Overdue > 0), Of("violations", counts?.Violations ?? 0), Of("proposals", counts?.Drafts ?? 0)]),
            new("联席会议", [Of("meetings"), Of("tasks", counts?.Reported ?? 0), Of("measures", counts?.Measures ?? 0)]),
            new("领导接访", [Of("packages", counts?.ToClose ?? 0), Of("reception-days"), Frequency]),
        ],
        Duty.Handle or Duty.Check or Duty.Head =>
        [
            new("督办", [Of("supervisions", counts?.Open ?? 0, counts?.Overdue > 0), Of("violations", counts?.Violations ?? 0), Of("proposals", counts?.Proposals ?? 0)]),
            new("联席会议", [Of("meetings"), Of("tasks", counts?.Tasks ?? 0), Of("measures", counts?.Measures ?? 0), Of("reception-days")]),
        ],
        Duty.Lead =>
        [
            new("领导", [Of("packages", counts?.Packages ?? 0), Of("reception-days"), Frequency]),
            new("联席会议", [Of("meetings"), Of("tasks"), Of("measures")]),
        ],
        _ => [],
    };

    private static readonly MenuItem Frequency = new("接访频次", "/desk/supervision/frequency");

    private static MenuItem Of(string kind, int count = 0, bool alarm = false) => new(Kinds.All[kind].Title, $"/desk/supervision/{kind}", count, alarm);
}
