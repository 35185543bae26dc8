using System.Globalization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-2 信访情况年度报告: what article 41 asks for — figures, fields and the organs most complained of; forwarding, assignment and supervision; the three proposals and what became of them; what else there is.</summary>
internal static class PetitionsDraft
{
    public static ReportText Of(int year, Numbers numbers) => new(
        $"南开区{year}年度信访情况报告",
        $"根据《信访工作条例》第四十一条的规定，现将{year}年度信访情况报告如下：",
        [
            new("一、信访事项的数据统计", [Total(year, numbers), Channels(numbers), Categories(numbers)]),
            new("二、信访事项涉及的领域和被投诉较多的机关、单位", [.. By(numbers)]),
            new("三、转送、交办和督办情况",
            [
                numbers.Paragraph("routed", "（一）转送、交办", ["K-01", "K-02", "K-08", "K-09a"]),
                numbers.Paragraph("answered", "（二）答复和评价", ["K-03", "K-09b", "K-13a", "K-13b", "K-04", "K-05a", "K-05b"]),
                numbers.Paragraph("remedies", "（三）调解、复查和复核", ["K-14", "K-15a", "K-15b"]),
                numbers.Paragraph("supervised", "（四）督办", ["K-12a", "K-12b"]),
            ]),
            new("四、提出建议以及被采纳情况",
            [
                numbers.Paragraph("proposals", null, ["K-12c", "K-12d"]),
                ReportParagraph.ToWrite("proposals.what", "写提出的改进工作、完善政策、追究责任建议各几件，提的是什么，采纳了什么", hint: "从三项建议页取"),
            ]),
            new("五、其他需要报告的事项", [ReportParagraph.ToWrite("other", "写其他需要报告的事项；没有的，写“没有其他需要报告的事项。”")]),
        ]);

    private static ReportParagraph Total(int year, Numbers numbers)
    {
        var (repeats, all) = (numbers.Now("K-07")?.Part ?? 0, numbers.Total);
        var text = string.Create(CultureInfo.InvariantCulture, $"{year}年共登记信访事项{all}件次{Numbers.Change(all, numbers.YearBefore("K-00")?.Part ?? 0, "同比")}。初次信访{all - repeats}件次，重复信访{repeats}件次");
        return new("total", ParagraphKind.Figures, $"{text}{(numbers.Clause("K-07") is { } share ? $"，{share}" : "")}。", "（一）总量", [.. new[] { numbers.Trace("K-00"), numbers.Trace("K-07") }.OfType<ReportFigure>()]);
    }

    private static ReportParagraph Channels(Numbers numbers) => Counted(numbers, "channels", Dimension.Channel, "（二）信访形式", "按信访形式，", 5, Tables.Of(numbers, Dimension.Channel, "表1　各种信访形式", "形式"));

    private static ReportParagraph Categories(Numbers numbers) => Counted(numbers, "categories", Dimension.Category, "（三）信访目的", "按信访目的，", 3, Tables.Of(numbers, Dimension.Category, "表2　各类信访目的", "目的"));

    private static IEnumerable<ReportParagraph> By(Numbers numbers) =>
    [
        Counted(numbers, "contents", Dimension.Content, "（一）涉及的领域", "反映较多的是", 3, Tables.Of(numbers, Dimension.Content, "表3　涉及的领域", "领域")),
        Counted(numbers, "streets", Dimension.Street, "（二）涉及的街道", "涉及较多的是", 3, Tables.Of(numbers, Dimension.Street, "表4　各街道", "街道")),
        Counted(numbers, "organs", Dimension.Organ, "（三）被投诉较多的机关、单位", "承办件次较多的是", 3, Tables.Of(numbers, Dimension.Organ, "表5　承办件次较多的机关、单位", "机关、单位", 10)),
    ];

    /// <summary>The largest in words, and the table.</summary>
    public static ReportParagraph Counted(Numbers numbers, string key, Dimension by, string heading, string lead, int most, ReportTable? table) =>
        Tables.Words(numbers, by, most) is { Length: > 0 } words ? new(key, ParagraphKind.Figures, $"{lead}{words}。", heading, [.. new[] { numbers.Trace("K-00") }.OfType<ReportFigure>()], table) : new(key, ParagraphKind.Figures, "没有登记这一项。", heading);
}
