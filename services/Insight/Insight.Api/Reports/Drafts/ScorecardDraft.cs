using System.Globalization;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-5 考核情况: the organs beside each other, measure by measure, with intervals. Under twenty cases there is no rank, and equal shares have equal ranks.</summary>
internal static class ScorecardDraft
{
    private const int Least = 20;

    private static readonly (string Code, bool HigherIsBetter)[] Compared = [("K-02", true), ("K-03", true), ("K-05b", true), ("K-06", true), ("K-07", false), ("K-17", true)];

    public static ReportText Of(string period, Numbers numbers) => new(
        $"南开区{period}信访工作考核情况",
        $"下面按指标比较各单位。95%把握在的区间和别的单位重叠的，差别可能是碰巧；不到{Least}件的不排名。",
        [
            new("一、各项指标", [.. Compared.Select((each, at) => Table(numbers, each.Code, each.HigherIsBetter, at + 1))]),
            new("二、说明和建议", [ReportParagraph.ToWrite("advice", "写考核看出的问题和建议；拟约谈、通报、挂牌督办、限期整改的写明单位和事由")]),
        ]);

    private static ReportParagraph Table(Numbers numbers, string code, bool higher, int at)
    {
        var name = numbers.Content.Now.Figures.FirstOrDefault(figure => figure.Code == code) is { } any ? Numbers.Name(code, any) : code;
        var heading = $"（{ChineseNumerals.Of(at)}）{name}";
        var organs = numbers.Content.Organs.Select(organ => (organ.Name, Figure: organ.Figures.FirstOrDefault(figure => figure.Code == code))).Where(organ => organ.Figure is { All: > 0 }).Select(organ => (organ.Name, Figure: organ.Figure!)).ToList();
        if (organs.Count == 0) return new($"score.{code}", ParagraphKind.Figures, "没有可以比较的单位。", heading);
        var ranked = organs.Where(organ => organ.Figure.All >= Least).OrderByDescending(organ => higher ? organ.Figure.Number : -organ.Figure.Number).ThenBy(organ => organ.Name, StringComparer.Ordinal).ToList();
        var few = organs.Where(organ => organ.Figure.All < Least).OrderBy(organ => organ.Name, StringComparer.Ordinal);
        List<IReadOnlyList<string>> rows =
        [
            .. ranked.Select(organ => Row(organ.Name, organ.Figure, string.Create(CultureInfo.InvariantCulture, $"{1 + ranked.Count(other => higher ? other.Figure.Number > organ.Figure.Number : other.Figure.Number < organ.Figure.Number)}"))),
            .. few.Select(organ => Row(organ.Name, organ.Figure, "不排名")),
        ];
        var district = numbers.Clause(code) is { } clause ? $"全区{clause}。" : "";
        return new($"score.{code}", ParagraphKind.Figures, string.Create(CultureInfo.InvariantCulture, $"{district}参加排名的单位{ranked.Count}个，不到{Least}件不排名的{organs.Count - ranked.Count}个。"), heading,
            [.. new[] { numbers.Trace(code) }.OfType<ReportFigure>()], new($"表{Tables.Number(at)}　{name}", ["单位", "件数", "合计", name, "95%把握在", "名次"], rows));
    }

    private static IReadOnlyList<string> Row(string organ, Figure figure, string rank) =>
        [organ, Tables.Number(figure.Part), Tables.Number(figure.All), Numbers.Text(figure), figure is { Low: { } low, High: { } high } ? string.Create(CultureInfo.InvariantCulture, $"{low * 100:0.0}%到{high * 100:0.0}%") : "—", rank];
}
