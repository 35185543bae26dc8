using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>
/// R-3 政府信息公开工作年度报告: the parts of article 50 in the order of the common form, 总体情况 before them. Applications, reviews and lawsuits are kept elsewhere; of them nothing is said here but what is to be written.
/// </summary>
internal static class DisclosureDraft
{
    public static ReportText Of(int year, Numbers numbers) => new(
        $"南开区信访办{year}年政府信息公开工作年度报告",
        $"根据《政府信息公开条例》第四十九条、第五十条的规定，编制本报告。统计的期间是{year}年1月1日至12月31日。",
        [
            new("一、总体情况",
            [
                Calendar(year, numbers.Content.Publishing ?? []),
                ReportParagraph.ToWrite("general.applications", "写依申请公开：收到几件，办结几件，有没有超期的", "（二）依申请公开"),
                ReportParagraph.ToWrite("general.management", "写政府信息管理：谁管，怎样审查，清理了什么", "（三）政府信息管理"),
                ReportParagraph.ToWrite("general.platform", "写公开平台：在哪里公开，今年改了什么", "（四）公开平台建设"),
                ReportParagraph.ToWrite("general.supervision", "写监督保障：培训几次，检查几次，有没有人被追究责任", "（五）监督保障"),
            ]),
            new("二、主动公开政府信息情况",
            [
                ReportParagraph.ToWrite("proactive.acts", "写规章和行政规范性文件制发、废止、现行有效各几件，行政许可、行政处罚、行政强制、行政事业性收费各几件；没有的，写明没有", "（一）《政府信息公开条例》第二十条所列事项", "统一格式要第（一）（五）（六）（八）项"),
                Items(numbers.Content.Publishing ?? []),
                Replies(numbers),
            ]),
            new("三、收到和处理政府信息公开申请情况",
            [
                ReportParagraph.ToWrite("applications.received", "写本年新收和上年结转各几件，自然人、法人或者其他组织提出的各几件；没有的，写明没有", "（一）收到", "从申请登记簿取，这里没有登记"),
                ReportParagraph.ToWrite("applications.handled", "写予以公开、部分公开、不予公开、无法提供、不予处理、其他处理各几件，结转下年度几件；没有的，写明没有", "（二）处理", "六项加上结转，等于收到的件数"),
            ]),
            new("四、政府信息公开行政复议、行政诉讼情况",
            [
                ReportParagraph.ToWrite("remedies.review", "写行政复议：结果维持、结果纠正、其他结果、尚未审结各几件；没有的，写明没有", "（一）行政复议", "从复议案卷取，这里没有登记"),
                ReportParagraph.ToWrite("remedies.court", "写行政诉讼：未经复议直接起诉和复议后起诉的，各种结果几件；没有的，写明没有", "（二）行政诉讼", "从应诉案卷取，这里没有登记"),
            ]),
            new("五、存在的主要问题及改进情况", [.. Late(numbers.Content.Publishing ?? []), ReportParagraph.ToWrite("problems", "写存在的主要问题，上一年说的问题改了没有，下一步怎么改")]),
            new("六、其他需要报告的事项", [ReportParagraph.ToWrite("other", "写收取信息处理费的情况和其他需要报告的事项；没有的，写明没有")]),
        ]);

    private static ReportParagraph Calendar(int year, IReadOnlyList<FrozenItem> items) => items.Count == 0
        ? ReportParagraph.ToWrite("general.calendar", "公开日历里没有这一年的事项，写主动公开了什么", "（一）主动公开")
        : new("general.calendar", ParagraphKind.Figures, string.Create(CultureInfo.InvariantCulture, $"{year}年公开日历列入{items.Count}项，公开{items.Count(item => item.PublishedOn is not null)}项，其中按期公开{items.Count(item => item.InTime)}项。"), "（一）主动公开");

    private static ReportParagraph Items(IReadOnlyList<FrozenItem> items) => items.Count == 0
        ? ReportParagraph.ToWrite("proactive.items", "逐项写公开了什么，什么时候，在哪里", "（二）公开日历所列事项")
        : new("proactive.items", ParagraphKind.Figures, "公开日历所列事项的公开情况见下表。", "（二）公开日历所列事项", Table: new("表1　公开日历所列事项", ["事项", "期限", "公开日期", "在哪里公开"],
            [.. items.Select(item => (IReadOnlyList<string>)[item.Title, ChineseDates.WithYear(item.DueOn), item.PublishedOn is { } on ? ChineseDates.WithYear(on) : "没有公开", item.Where ?? "—"])]));

    private static ReportParagraph Replies(Numbers numbers) => numbers.Now("K-18") is { } shared
        ? new("proactive.replies", ParagraphKind.Figures, string.Create(CultureInfo.InvariantCulture, $"公开信访事项的答复{shared.Part}件，{numbers.Clause("K-18")}。"), "（三）公开信访事项的答复", [.. new[] { numbers.Trace("K-18") }.OfType<ReportFigure>()])
        : ReportParagraph.ToWrite("proactive.replies", "没有可以公开的办结事项，写明没有", "（三）公开信访事项的答复");

    // What the office's own calendar shows is said; whatever else there is, a person writes.
    private static IEnumerable<ReportParagraph> Late(IReadOnlyList<FrozenItem> items)
    {
        var (late, never) = (items.Where(item => item.PublishedOn is not null && !item.InTime).ToList(), items.Where(item => item.PublishedOn is null).ToList());
        if (late.Count + never.Count == 0) yield break;
        yield return new("problems.calendar", ParagraphKind.Figures, string.Join('；', new[] { Said(late, "晚于期限公开的"), Said(never, "没有公开的") }.OfType<string>()) + "。");

        static string? Said(List<FrozenItem> found, string words) => found.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{words}{found.Count}项：{string.Join('、', found.Select(item => item.Title))}");
    }
}
