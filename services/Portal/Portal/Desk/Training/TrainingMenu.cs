using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Training;

/// <summary>培训 in the navigation.</summary>
internal static class TrainingMenu
{
    /// <summary>Policy of the pages of everybody who is trained.</summary>
    public const string Trainees = "Register|Oversee|Supervise|Teach|Train|Lead|Handle|Check|Head|Audit|Administer|Secure";

    private static readonly MenuItem[] Mine = [new("我的培训", "/desk/training/mine"), new("案例演练", "/desk/training/drills"), new("我的能力档案", "/desk/training/file")];

    public static IReadOnlyList<MenuGroup> For(string duty) => duty switch
    {
        Duty.Train =>
        [
            new("培训", [new("培训需求", "/desk/training/needs"), new("培训安排", "/desk/training/sessions"), new("考试", "/desk/training/exams"), new("题库", "/desk/training/bank"), new("学时", "/desk/training/hours"), new("异议", "/desk/training/objections"), new("指标", "/desk/training/measures")]),
            new("学习", Mine),
        ],
        Duty.Oversee =>
        [
            new("培训", [new("培训需求", "/desk/training/needs"), new("审题", "/desk/training/bank?state=Draft"), new("考试", "/desk/training/exams"), new("指标", "/desk/training/measures")]),
            new("学习", Mine),
        ],
        Duty.Feed or Duty.Transfer or "" => [],
        Duty.Handle or Duty.Check or Duty.Head => [new("学习", [.. Mine, new("帮扶安排", "/desk/training/needs")])],
        Duty.Lead => [new("学习", [.. Mine, new("培训指标", "/desk/training/measures")])],
        _ => [new("学习", Mine)],
    };
}

/// <summary>The service's words, as people read them.</summary>
internal static class TrainingWords
{
    public static readonly Choice[] Kinds = [new("Single", "单选"), new("Multiple", "多选"), new("TrueFalse", "判断"), new("Date", "填日期"), new("Order", "排顺序"), new("Short", "简答")];
    public static readonly Choice[] Difficulties = [new("1", "易"), new("2", "中"), new("3", "难")];
    public static readonly Choice[] States = [new("Draft", "待审"), new("Active", "在用"), new("Retired", "停用")];
    public static readonly Choice[] Modes = [new("Group", "理论学习中心组"), new("Class", "集中学习"), new("Online", "网上平台")];
    public static readonly Choice[] Forms = [new("Expert", "专题培训"), new("PointToPoint", "点对点"), new("FaceToFace", "面对面"), new("Round", "轮训"), new("CaseTeaching", "以案代训"), new("Shadowing", "跟班"), new("Exchange", "业务交流"), new("Study", "集体学习")];
    public static readonly Choice[] Topics = [new("XiThought", "习近平法治思想"), new("LawGovernance", "全面依法治国"), new("PartyDiscipline", "全面从严治党"), new("Regulations", "《信访工作条例》"), new("Acceptance", "受理和告知"), new("Handling", "办理和处理意见书"), new("Other", "其他业务")];
    public static readonly Choice[] Competencies =
    [
        new("Registration", "登记和转送交办"), new("Acceptance", "受理和告知"), new("Terms", "期限计算"), new("Roads", "分清法定途径"), new("Investigation", "调查核实和办理"), new("Opinion", "写处理意见书"),
        new("Review", "复查复核和救济"), new("Sealing", "保密和回避"), new("Documents", "公文规范"), new("Counsel", "接待沟通和疏导"), new("RuleOfLaw", "法治思维和政治理论"),
    ];

    public static readonly Choice[] DrillRoles = [new("Office", "信访办人员"), new("Organ", "承办人"), new("ReviewBody", "复查人员")];
    public static readonly Choice[] Verdicts = [new("Right", "对"), new("Late", "晚了"), new("Wrong", "错了"), new("Missing", "漏了"), new("Unneeded", "多余")];
    public static readonly Choice[] Stages = [new("Week", "快到了"), new("Day", "就要到了"), new("Overdue", "过了")];
    public static readonly Choice[] Means = [new("Coaching", "手把手指导"), new("Course", "专题课"), new("Assignment", "布置学习、考试")];

    /// <summary>12.5%, or — where there is nothing to divide by.</summary>
    public static string Percent(double? share) => share is { } value ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * value:0.#}%") : "—";

    public static string Of(Choice[] words, string? code) => Array.Find(words, word => word.Code == code)?.Name ?? code ?? "";
}
