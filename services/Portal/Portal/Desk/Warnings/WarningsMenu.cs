using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Warnings;

/// <summary>预警 in the navigation.</summary>
internal static class WarningsMenu
{
    /// <summary>Policy of the pages.</summary>
    public const string Readers = "Oversee|Supervise|Lead|Audit|Register|Handle|Check|Head";

    public static IReadOnlyList<MenuGroup> For(string duty) => duty is Duty.Oversee or Duty.Supervise or Duty.Lead or Duty.Audit or Duty.Register or Duty.Handle or Duty.Check or Duty.Head
        ? [new("预警", [new("待接手的预警", "/desk/warnings?status=New"), new("全部预警", "/desk/warnings")])]
        : [];

    /// <summary>Sees those of every organ.</summary>
    public static bool SeesAll(string duty) => duty is Duty.Oversee or Duty.Supervise or Duty.Lead or Duty.Audit;
}

/// <summary>The service's words, as people read them.</summary>
internal static class WarningWords
{
    public static readonly Choice[] States = [new("", "全部"), new("New", "待接手"), new("Taken", "处置中"), new("Answered", "待下结论"), new("Judged", "已下结论"), new("Dropped", "已撤销")];
    public static readonly Choice[] Rules = [new("Surge", "激增"), new("JointForming", "可能联名"), new("HotTopic", "热点"), new("RepeatWave", "重复集中"), new("TermLikelyMissed", "可能超期"), new("UrgentUnrouted", "紧急未转"), new("OverdueUnrouted", "逾期未转")];

    /// <summary>万兴街道城乡建设类信访激增.</summary>
    public static string Title(string rule, string? street, string? topic, string organ, int count) => rule switch
    {
        "Surge" => $"{street}“{topic}”信访激增", "JointForming" => $"{street}“{topic}”可能联名", "HotTopic" => $"{street}多人反映同一件事", "RepeatWave" => $"{organ}重复信访集中", "TermLikelyMissed" => $"{organ}有一件可能超期", "UrgentUnrouted" => "紧急信访事项没有当天转出", _ => $"{count}件过了转送期限",
    };

    public static string Css(string status) => status switch { "New" => "warn", "Taken" => "info", "Answered" => "line", "Judged" => "ok", _ => "" };
}
