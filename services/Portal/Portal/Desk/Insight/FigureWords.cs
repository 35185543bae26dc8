using System.Globalization;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>Figures in words.</summary>
internal static class FigureWords
{
    /// <summary>A share of fewer cases is not shown: it says more than it knows (interface.md 4.6).</summary>
    public const int FewestForShare = 10;

    public static readonly Choice[] Dimensions = [new("Organ", "责任单位"), new("Street", "街道"), new("Content", "内容分类"), new("Channel", "信访形式"), new("Category", "信访目的")];

    private static readonly Dictionary<string, string> Counters = new(StringComparer.Ordinal)
    {
        ["petitions"] = "全部件次", ["first"] = "初次", ["repeats"] = "重复", ["echoes"] = "反映同一事件", ["urgent"] = "重大紧急", ["closed"] = "已办结或已答复", ["open"] = "在办", ["completed"] = "办结",
        ["routed"] = "已转送交办或答复", ["served"] = "意见已送达", ["withdrawn"] = "撤回", ["online"] = "网上提出", ["visits"] = "走访",
        ["office-in-time"] = "按期转送交办", ["office-late"] = "超期转送交办", ["office-overdue"] = "超期还没有转送交办", ["accepted"] = "受理", ["declined"] = "不予受理",
        ["answered-in-time"] = "按期答复", ["answered-late"] = "超期答复", ["unanswered-overdue"] = "超期还没有答复", ["unanswered-open"] = "没到期也没答复",
        ["rated"] = "已评价", ["unrated-overdue"] = "满30日没有评价", ["office-rated"] = "评价了信访部门", ["office-content"] = "对信访部门满意和基本满意", ["organ-rated"] = "评价了责任单位", ["organ-content"] = "对责任单位满意和基本满意",
        ["first-quiet-judged"] = "初次件办结满90日", ["first-quiet"] = "初次件办结90日内没有再访", ["first-accepted"] = "受理的初次件", ["first-accept-days"] = "初次件受理用的天数", ["first-answered"] = "答复的初次件",
        ["first-answer-days"] = "初次件答复用的天数", ["first-contacted"] = "联系了信访人的初次件", ["supervised"] = "督办", ["supervised-closed"] = "督办已结", ["supervised-in-time"] = "督办按期结",
        ["proposals"] = "三项建议", ["proposals-answered"] = "三项建议已反馈", ["proposals-in-time"] = "三项建议按期反馈", ["proposals-adopted"] = "三项建议采纳", ["simple"] = "简易办理", ["simple-answered"] = "简易办理已答复",
        ["simple-in-time"] = "简易办理按期答复", ["mediated"] = "调解结束", ["mediated-agreed"] = "调解达成协议", ["reviews"] = "复查", ["reviews-upheld"] = "复查维持", ["rechecks"] = "复核", ["rechecks-upheld"] = "复核维持",
        ["opinions"] = "出具意见", ["opinions-sound"] = "意见没有缺陷", ["publishable"] = "可以公开", ["published"] = "已公开答复", ["closed-nearby"] = "在社区、街道办结", ["closed-levelled"] = "记了办结层级",
        ["completion-days"] = "办结用的天数", ["enforced"] = "支持事项已执行", ["enforcement-left"] = "支持事项待执行", ["chases"] = "催办",
        ["rounds"] = "转送交办", ["assigned"] = "交办", ["notice-in-time"] = "按期告知", ["notice-late"] = "超期告知", ["notice-overdue"] = "超期还没有告知", ["contested"] = "提出异议", ["contest-agreed"] = "异议成立",
    };

    /// <summary>What a counter counts.</summary>
    public static string Counter(string counter) =>
        Counters.GetValueOrDefault(counter) ?? (counter.Split('-') is ["cohort", var days] ? $"初次件收到满{days}日" : counter.Split('-') is ["unseen", var quiet] ? $"初次件收到后{quiet}日内没有再访" : counter);

    /// <summary>What is counted by.</summary>
    public static string DimensionOf(string code) => Dimensions.FirstOrDefault(choice => choice.Code == code)?.Name ?? code;

    /// <summary>The name of a dimension in the address of a list.</summary>
    public static string FilterOf(string dimension) => char.ToLowerInvariant(dimension[0]) + dimension[1..];

    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>2025年5月 at the head of a column of months and where a year begins, else 6月.</summary>
    public static string Month(DateOnly month, DateOnly first) => month == first || month.Month == 1 ? $"{month.Year}年{month.Month}月" : $"{month.Month}月";

    /// <summary>12.5%, or — where there is nothing to divide by or too little to say so.</summary>
    public static string Share(long part, long all, int fewest = 1) => all < fewest ? "—" : Percent((double)part / all);

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%");

    /// <summary>+24, −17, 0.</summary>
    public static string Signed(double difference, string format = "0")
    {
        var text = Math.Abs(difference).ToString(format, CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == 0 ? text : (difference > 0 ? "+" : "−") + text;
    }

    /// <summary>Too few cases for a share.</summary>
    public static bool Few(string kind, long all) => kind == "Share" && all is > 0 and < FewestForShare;

    /// <summary>The value, or — where it would say more than it knows.</summary>
    public static string Value(FigureRow row) => Few(row.Kind, row.All) ? "—" : row.Value;

    /// <summary>Why there is no value.</summary>
    public static string? WhyNone(FigureRow row) => row.Number is null ? "没有可以除的数" : Few(row.Kind, row.All) ? $"只有{row.All}件，少于{FewestForShare}件不算率" : null;

    /// <summary>+1.8个百分点, 好转; null where there is nothing to compare.</summary>
    public static (string Difference, string Word)? Change(FigureRow row, OtherFigure earlier)
    {
        if (row.Number is not { } now || earlier.Number is not { } then || WhyNone(row) is not null) return null;
        var text = row.Kind switch
        {
            "Share" => Signed((now - then) * 100, "0.0") + "个百分点",
            "Mean" => Signed(now - then, "0.0") + "天",
            _ => Signed(now - then) + "件" + (then > 0 ? $"（{Signed((now - then) / then * 100, "0.0")}%）" : ""),
        };
        return text[0] is '0' ? ("一样", "") : (text, row.HigherIsBetter is { } higher ? now > then == higher ? "好转" : "变差" : "");
    }
}
