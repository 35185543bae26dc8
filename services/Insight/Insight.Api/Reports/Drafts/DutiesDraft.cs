using System.Globalization;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-6 普法责任清单完成情况: what each organ owed in the year, what is done in time and late, what is not; and the activities.</summary>
internal static class DutiesDraft
{
    public static ReportText Of(int year, FrozenOutreach told) => new(
        $"南开区{year}年普法责任清单完成情况报告",
        $"根据《法治宣传教育法》第九条的规定，现将{year}年普法责任清单完成情况报告如下：",
        [
            new("一、总体情况", [Total(year, told.Duties)]),
            new("二、各单位完成情况", [Organs(told.Duties)]),
            new("三、普法活动情况", [Activities(year, told), ReportParagraph.ToWrite("activities.examples", "写有代表性的活动：在哪里，讲什么，效果怎样", hint: "从普法活动页取")]),
            new("四、存在的问题和改进措施", [.. Owing(told.Duties), ReportParagraph.ToWrite("problems", "写没有完成或者晚完成的原因，怎么改；全部按期完成的，写看到的其他问题")]),
            new("五、下一年度安排", [ReportParagraph.ToWrite("plans", "写下一年清单的重点：讲什么，谁讲，什么时候完成")]),
        ]);

    /// <summary>The whole list in a sentence; null where there is none.</summary>
    /// <param name="list">What it is called where the sentence stands.</param>
    public static string? ListOf(int year, IReadOnlyList<FrozenDuties> duties, string list = "清单")
    {
        var (items, inTime, late) = (duties.Sum(organ => organ.Items), duties.Sum(organ => organ.InTime), duties.Sum(organ => organ.Late));
        return items == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{year}年{list}列入{items}项，涉及{duties.Count}个单位。完成{inTime + late}项，完成率{Numbers.Percent(inTime + late, items)}，其中按期完成{inTime}项、逾期完成{late}项；已上报等待核实{duties.Sum(organ => organ.Reported)}项，没有完成{duties.Sum(organ => organ.Open)}项。");
    }

    /// <summary>The activities in a sentence; null where none was held.</summary>
    public static string? ActivitiesOf(int year, FrozenOutreach told) => told.Activities == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"{year}年办结普法活动{told.Activities}场，用了{told.Forms}种形式，到了{told.Streets}个街道，其中和其他单位联合{told.Joint}场；参加{told.Attendance}人次，现场咨询{told.Consultations}人次，发放资料{told.Materials}份。");

    private static ReportParagraph Total(int year, IReadOnlyList<FrozenDuties> duties) =>
        ListOf(year, duties) is { } known ? new("total", ParagraphKind.Figures, known) : ReportParagraph.ToWrite("total", "系统里没有这一年的清单，写清单列入几项、完成几项");

    private static ReportParagraph Organs(IReadOnlyList<FrozenDuties> duties) => duties.Count == 0
        ? ReportParagraph.ToWrite("organs", "逐个单位写列入几项、完成几项")
        : new("organs", ParagraphKind.Figures, "各单位完成情况见下表。", Table: new("表1　各单位完成情况", ["单位", "项数", "按期完成", "逾期完成", "等待核实", "没有完成"],
        [
            .. duties.Select(organ => Row(organ.Name, organ.Items, organ.InTime, organ.Late, organ.Reported, organ.Open)),
            Row("合计", duties.Sum(organ => organ.Items), duties.Sum(organ => organ.InTime), duties.Sum(organ => organ.Late), duties.Sum(organ => organ.Reported), duties.Sum(organ => organ.Open)),
        ]));

    private static ReportParagraph Activities(int year, FrozenOutreach told) =>
        ActivitiesOf(year, told) is { } known ? new("activities", ParagraphKind.Figures, known) : ReportParagraph.ToWrite("activities", "系统里没有这一年办结的活动，写办了几场、多少人次");

    private static IEnumerable<ReportParagraph> Owing(IReadOnlyList<FrozenDuties> duties)
    {
        var said = duties.Where(organ => organ.Late + organ.Open > 0).Select(organ => string.Create(CultureInfo.InvariantCulture,
            $"{organ.Name}{(organ.Open > 0 ? $"{organ.Open}项没有完成" : "")}{(organ.Open > 0 && organ.Late > 0 ? "、" : "")}{(organ.Late > 0 ? $"{organ.Late}项逾期完成" : "")}")).ToList();
        if (said.Count > 0) yield return new("problems.owing", ParagraphKind.Figures, string.Join('；', said) + "。");
    }

    private static IReadOnlyList<string> Row(string name, params int[] counts) => [name, .. counts.Select(count => Tables.Number(count))];
}
