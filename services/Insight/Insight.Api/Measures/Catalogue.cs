using System.Globalization;
using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Api.Measures;

/// <summary>How a measure is written.</summary>
internal enum FigureKind
{
    /// <summary>A part of all, in percent.</summary>
    Share,

    /// <summary>A number of cases.</summary>
    Count,

    /// <summary>Days per case.</summary>
    Mean,
}

/// <summary>A measure of the handbook (7.6).</summary>
/// <param name="Code">K-01 …; with a letter where the handbook names several in one line.</param>
/// <param name="Part">Counters of what is counted, added up.</param>
/// <param name="All">Counters it is divided by, added up; none for a count.</param>
/// <param name="Formula">In words, as the page shows it.</param>
/// <param name="Basis">Article, or the practice it follows.</param>
/// <param name="HigherIsBetter">Null where neither is.</param>
internal sealed record Measure(string Code, string Name, FigureKind Kind, IReadOnlyList<string> Part, IReadOnlyList<string> All, string Formula, string Basis, bool? HigherIsBetter = true)
{
    public Figure Of(Counted counted)
    {
        var (part, all) = (Part.Sum(counter => counted[counter]), Kind is FigureKind.Count ? 1 : All.Sum(counter => counted[counter]));
        double? number = all == 0 ? null : Kind is FigureKind.Count ? part : (double)part / all;
        var interval = Kind is FigureKind.Share && all > 0 ? Interval.Wilson((int)part, (int)all) : (Interval?)null;
        return new(Code, Name, part, all, number, Write(number), interval?.Low, interval?.High);
    }

    /// <summary>As people read it: 98.5 %, 12件, 3.4天; — where there is nothing to divide by, never 0 % or 100 %.</summary>
    public string Write(double? number) => number is not { } value ? "—" : Kind switch
    {
        FigureKind.Share => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0}%"),
        FigureKind.Mean => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}天"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0}件"),
    };
}

/// <summary>K-01 … K-18 that are counted from petitions. K-16 is counted from the warnings.</summary>
internal static class Catalogue
{
    private const string Practice = "各地信访统计的通行口径";

    public static readonly IReadOnlyList<Measure> All =
    [
        new("K-00", "信访件次", FigureKind.Count, ["petitions"], [], "登记的信访事项，一件一次", "《信访工作条例》第四十一条", null),
        new("K-01", "及时受理率（信访部门）", FigureKind.Share, ["office-in-time"], ["office-in-time", "office-late", "office-overdue"], "15日内转送交办的 ÷（15日内＋超期＋超期还没有转送交办的）；没到期又没有办的不算", "《信访工作条例》第二十二条"),
        new("K-02", "及时受理率（责任单位）", FigureKind.Share, ["notice-in-time"], ["notice-in-time", "notice-late", "notice-overdue"], "15日内告知受理或者不予受理的 ÷（15日内＋超期＋超期没有告知的）；异议成立退回的不算", "《信访工作条例》第二十三条"),
        new("K-03", "按期答复率", FigureKind.Share, ["answered-in-time"], ["answered-in-time", "answered-late", "unanswered-overdue"], "期限内出具意见的 ÷（按期＋超期＋超期没有答复的）；没到期又没有答复的不算", "《信访工作条例》第三十四条"),
        new("K-04", "群众参评率", FigureKind.Share, ["rated"], ["rated", "unrated-overdue"], "已评价 ÷（已评价＋送达满30日没有评价的）", "《信访工作条例》第二十一条", null),
        new("K-05a", "群众满意率（信访部门）", FigureKind.Share, ["office-content"], ["office-rated"], "（满意＋基本满意）÷ 已评价；没有评价的不当作满意", "《信访工作条例》第二十一条"),
        new("K-05b", "群众满意率（责任单位）", FigureKind.Share, ["organ-content"], ["organ-rated"], "（满意＋基本满意）÷ 已评价；没有评价的不当作满意", "《信访工作条例》第二十一条"),
        new("K-06", "初次信访事项一次性化解率", FigureKind.Share, ["first-quiet"], ["first-quiet-judged"], "初次件办结后90日没有再访的 ÷ 办结满90日的初次件", "区里规定；国家口径没有公布"),
        new("K-07", "重复信访率", FigureKind.Share, ["repeats"], ["petitions"], "重复件次 ÷ 总件次；重复由人确认", Practice, false),
        new("K-08", "退回率", FigureKind.Share, ["contest-agreed"], ["rounds"], "异议成立的 ÷（转送＋交办）", "《信访工作条例》第二十三条", false),
        new("K-09a", "初次件平均受理周期", FigureKind.Mean, ["first-accept-days"], ["first-accepted"], "从收到到受理的天数，初次件平均", Practice, false),
        new("K-09b", "初次件平均答复周期", FigureKind.Mean, ["first-answer-days"], ["first-answered"], "从收到到出具意见的天数，初次件平均", Practice, false),
        new("K-10", "初次信访办理联系率", FigureKind.Share, ["first-contacted"], ["first-accepted"], "联系了信访人的 ÷ 受理的初次件", Practice),
        new("K-11", "网上信访占比", FigureKind.Share, ["online"], ["petitions"], "网上提出的 ÷ 总件次", Practice, null),
        new("K-12a", "督办件数", FigureKind.Count, ["supervised"], [], "发出督办的次数", "《信访工作条例》第四十条", null),
        new("K-12b", "督办按期率", FigureKind.Share, ["supervised-in-time"], ["supervised"], "期限内办结的督办 ÷ 督办", "《信访工作条例》第四十条"),
        new("K-12c", "三项建议采纳率", FigureKind.Share, ["proposals-adopted"], ["proposals-answered"], "采纳和部分采纳的 ÷ 已反馈的", "《信访工作条例》第四十条"),
        new("K-12d", "三项建议按期反馈率", FigureKind.Share, ["proposals-in-time"], ["proposals"], "按期书面反馈的 ÷ 提出的", "《信访工作条例》第四十条"),
        new("K-13a", "简易办理占比", FigureKind.Share, ["simple"], ["accepted"], "简易办理的 ÷ 受理的", Practice, null),
        new("K-13b", "简易办理按期率", FigureKind.Share, ["simple-in-time"], ["simple-answered"], "按期答复的 ÷ 已答复的简易件", Practice),
        new("K-14", "调解成功率", FigureKind.Share, ["mediated-agreed"], ["mediated"], "达成协议的 ÷ 调解结束的", "《信访工作条例》第三十三条"),
        new("K-15a", "复查维持率", FigureKind.Share, ["reviews-upheld"], ["reviews"], "维持的 ÷ 作出复查意见的", "《信访工作条例》第三十五条", null),
        new("K-15b", "复核维持率", FigureKind.Share, ["rechecks-upheld"], ["rechecks"], "维持的 ÷ 作出复核意见的", "《信访工作条例》第三十六条", null),
        new("K-17", "文书规范率", FigureKind.Share, ["opinions-sound"], ["opinions"], "送检没有缺陷的意见书 ÷ 出具的意见书", "《信访工作条例》第三十二条"),
        new("K-18", "公开回复率", FigureKind.Share, ["published"], ["publishable"], "已公开答复的 ÷ 办结且不涉密的", Practice, null),
        new("S-25", "就近化解率", FigureKind.Share, ["closed-nearby"], ["closed-levelled"], "在社区、街道办结的 ÷ 记了办结层级的", "《信访工作条例》第十五条"),
    ];

    public static Measure? Find(string? code) => All.FirstOrDefault(measure => measure.Code == code);
}
