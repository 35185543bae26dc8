using System.Globalization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-4 信访形势分析 of a week, a month or a quarter: how many, compared with the period before (环比) and a year before (同比), of what, how handled, what has grown.</summary>
internal static class SituationDraft
{
    /// <summary>A growth of a handful of cases is no growth.</summary>
    private const int Least = 20;

    public static ReportText Of(string period, Numbers numbers) => new(
        $"南开区{period}信访形势分析",
        "",
        [
            new("一、总体情况", [Total(period, numbers)]),
            new("二、结构",
            [
                PetitionsDraft.Counted(numbers, "channels", Dimension.Channel, "（一）信访形式", "按信访形式，", 5, Tables.Of(numbers, Dimension.Channel, "表1　各种信访形式", "形式")),
                PetitionsDraft.Counted(numbers, "categories", Dimension.Category, "（二）信访目的", "按信访目的，", 3, Tables.Of(numbers, Dimension.Category, "表2　各类信访目的", "目的")),
                PetitionsDraft.Counted(numbers, "contents", Dimension.Content, "（三）内容", "反映较多的是", 3, Tables.Of(numbers, Dimension.Content, "表3　反映的内容", "内容")),
                PetitionsDraft.Counted(numbers, "streets", Dimension.Street, "（四）街道", "涉及较多的是", 3, Tables.Of(numbers, Dimension.Street, "表4　各街道", "街道")),
                PetitionsDraft.Counted(numbers, "organs", Dimension.Organ, "（五）承办单位", "承办较多的是", 3, Tables.Of(numbers, Dimension.Organ, "表5　承办单位", "单位", 10)),
            ]),
            new("三、办理情况", [numbers.Paragraph("handled", null, ["K-01", "K-02", "K-03", "K-05a", "K-05b", "K-16"])]),
            new("四、需要注意的变化", [Grown(numbers)]),
            new("五、建议", [ReportParagraph.ToWrite("advice", "写从这些变化看出什么，建议谁做什么")]),
        ]);

    private static ReportParagraph Total(string period, Numbers numbers)
    {
        var (all, before) = (numbers.Total, numbers.Content.Before?.Figures.FirstOrDefault(figure => figure.Code == "K-00")?.Part ?? 0);
        var repeats = numbers.Now("K-07")?.Part ?? 0;
        var text = string.Create(CultureInfo.InvariantCulture, $"{period}共登记信访事项{all}件次{Numbers.Change(all, before, "环比")}{Numbers.Change(all, numbers.YearBefore("K-00")?.Part ?? 0, "同比")}。初次信访{all - repeats}件次，重复信访{repeats}件次");
        return new("total", ParagraphKind.Figures, $"{text}{(numbers.Now("K-07") is { } share ? $"，重复信访率{Numbers.Text(share)}{Numbers.Compared(share, numbers.YearBefore("K-07"), "上年同期")}" : "")}。",
            Figures: [.. new[] { numbers.Trace("K-00"), numbers.Trace("K-07") }.OfType<ReportFigure>()]);
    }

    private static ReportParagraph Grown(Numbers numbers)
    {
        var grown = new[] { Dimension.Content, Dimension.Street }.SelectMany(by => Grown(numbers, by)).ToList();
        return grown.Count == 0
            ? new("grown", ParagraphKind.Figures, $"没有哪一类内容、哪一个街道达到{Least}件次，并且比上期和上年同期都多。")
            : new("grown", ParagraphKind.Figures, string.Join('；', grown.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Row.Name}{each.Row.Petitions}件次{Numbers.Change(each.Row.Petitions, each.Before, "环比")}{Numbers.Change(each.Row.Petitions, each.YearBefore, "同比")}"))) + "。",
                Figures: [.. new[] { numbers.Trace("K-00") }.OfType<ReportFigure>()]);
    }

    /// <summary>More than in the period before and more than a year before; the three that have grown most.</summary>
    private static IEnumerable<(CountRow Row, long Before, long YearBefore)> Grown(Numbers numbers, Dimension by) =>
        numbers.Counts(by).Where(row => row.Petitions >= Least && !string.IsNullOrEmpty(row.Value)).Select(row => (Row: row, Before: Of(numbers.CountsBefore(by), row.Value), YearBefore: Of(numbers.CountsYearBefore(by), row.Value)))
            .Where(each => each.Before > 0 && each.YearBefore > 0 && each.Row.Petitions > each.Before && each.Row.Petitions > each.YearBefore).OrderByDescending(each => (double)each.Row.Petitions / each.YearBefore).Take(3);

    private static long Of(IReadOnlyList<CountRow> rows, string? value) => rows.FirstOrDefault(row => row.Value == value)?.Petitions ?? 0;
}
