using System.Globalization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>What is said where a measure is not good enough, and what the plan says to it.</summary>
/// <param name="Aim">The district's own aim, in percent, after what offices of its kind publish (handbook 7.6, benchmarks); null for none.</param>
/// <param name="Plan">Begins with its subject and 。; proposed, to be made concrete by a person.</param>
internal sealed record Watched(string Code, bool HigherIsBetter, decimal? Aim, string Plan);

/// <summary>不足: a measure that is worse than a year before, or misses the district's aim. Fewer than twenty cases say nothing.</summary>
/// <param name="Clause">重复信访率18.4%，比上年上升1.1个百分点，没有达到15%以内的目标.</param>
internal sealed record Deficiency(Watched Of, string Clause, decimal Gap);

/// <summary>Finds deficiencies.</summary>
internal static class Wanting
{
    public const int Least = 20;

    /// <summary>一是 … 九是.</summary>
    public const int Most = 9;

    public static readonly IReadOnlyList<Watched> All =
    [
        new("K-01", true, 99, "规范登记受理。每天核对15日转送交办的期限，临期前3日提醒到人，超期的逐件说明原因。"),
        new("K-02", true, 98, "规范责任单位受理。转送后第10日没有告知受理或者不予受理的，发提醒；超期的列入督办。"),
        new("K-03", true, 98, "提高按期答复率。受理后第45日没有出具意见的提醒承办单位，超期的逐件督办，按期办结的情况每季度通报。"),
        new("K-05a", true, 90, "提高对信访部门的满意率。评价不满意的逐件回访，说明程序和理由，能改的当月改。"),
        new("K-05b", true, 90, "提高对责任单位的满意率。评价不满意的逐件回访，查清是结果还是作风，属于作风的交责任单位整改。"),
        new("K-06", true, 80, "提高初信初访一次性化解率。初次信访首次办理时把事实查清，逐项答复诉求，办结后90日内回访一次。"),
        new("K-07", false, 15, "降低重复信访率。重复信访的逐件列单，查明上一次为什么没有解决，定责任人和期限，每月核对。"),
        new("K-08", false, 5, "减少错转。异议成立退回的逐件分析，核对职责目录，每季度修订一次，按职责受理办理。"),
        new("K-10", true, 95, "落实首接首办联系。受理初次信访后3个工作日内联系信访人，没有联系的由审核人督促。"),
        new("K-12b", true, 95, "提高督办按期率。督办到期前5日提醒，到期没有办结的约谈责任单位负责人。"),
        new("K-12d", true, 90, "督促三项建议按期反馈。到期没有书面反馈的发督办函，反馈不采纳的写明理由。"),
        new("K-14", true, null, "提高调解成功率。适宜调解的先委托人民调解、行业调解，邀请律师和社会力量参加，形成合力。"),
        new("K-17", true, 95, "提高文书规范率。缺陷多的单位结对帮带，送审前先过文书检查，半年复查一次。"),
    ];

    public static IReadOnlyList<Deficiency> Find(Numbers numbers) =>
        [.. All.Select(watched => Judge(numbers, watched)).OfType<Deficiency>().OrderByDescending(found => found.Gap).Take(Most)];

    private static Deficiency? Judge(Numbers numbers, Watched watched)
    {
        if (numbers.Now(watched.Code) is not { } now || now.All < Least || Numbers.ValueOf(now) is not { } value) return null;
        var before = numbers.YearBefore(watched.Code) is { } former && former.All >= Least ? former : null;
        var sign = watched.HigherIsBetter ? 1 : -1;
        var worse = before is null ? 0 : sign * (Numbers.ValueOf(before) - value) ?? 0;
        var missed = watched.Aim is { } aim ? sign * (aim - value) : 0;
        if (worse <= 0 && missed <= 0) return null;
        var target = missed > 0 ? $"，没有达到{Aim(watched)}的目标" : "";
        return new(watched, $"{Numbers.Name(watched.Code, now)}{Numbers.Text(now)}{Numbers.Compared(now, before, "上年")}{target}", Math.Max(worse, missed));
    }

    /// <summary>98%以上, 15%以内.</summary>
    public static string Aim(Watched watched) => string.Create(CultureInfo.InvariantCulture, $"{watched.Aim:0.#}%{(watched.HigherIsBetter ? "以上" : "以内")}");
}
