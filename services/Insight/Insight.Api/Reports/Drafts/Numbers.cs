using System.Globalization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>The figures of a snapshot, as sentences. What cannot be divided is left out; nothing is said of it.</summary>
/// <param name="id">Of the snapshot.</param>
internal sealed class Numbers(Guid id, SnapshotContent content)
{
    // Names as they stand in a sentence; the pages have the longer ones of the catalogue.
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["K-01"] = "信访部门及时受理率", ["K-02"] = "责任单位及时受理率", ["K-03"] = "按期答复率", ["K-05a"] = "对信访部门的满意率", ["K-05b"] = "对责任单位的满意率", ["K-06"] = "初次信访事项一次性化解率",
        ["K-12a"] = "发出督办", ["K-12c"] = "三项建议采纳率", ["K-12d"] = "三项建议按期反馈率",
    };

    public Guid Id => id;

    public SnapshotContent Content => content;

    public Figure? Now(string code) => Of(content.Now, code);

    public Figure? YearBefore(string code) => Of(content.YearBefore, code);

    /// <summary>上年, or of less than a year 上年同期.</summary>
    private string Then => content.Now.From.AddYears(1) == content.Now.Until ? "上年" : "上年同期";

    /// <summary>信访件次.</summary>
    public long Total => content.Now.Figures.FirstOrDefault(figure => figure.Code == "K-00")?.Part ?? 0;

    public IReadOnlyList<CountRow> Counts(Dimension by) => RowsOf(content.Now, by);

    public IReadOnlyList<CountRow> CountsYearBefore(Dimension by) => RowsOf(content.YearBefore, by);

    public IReadOnlyList<CountRow> CountsBefore(Dimension by) => content.Before is { } before ? RowsOf(before, by) : [];

    /// <summary>The figure with where it comes from; null where it is not there.</summary>
    public ReportFigure? Trace(string code) => content.Now.Figures.FirstOrDefault(figure => figure.Code == code) is { } figure
        ? new(code, figure.Name, content.Now.From, content.Now.Until, content.Now.Basis, figure.Part, figure.All, Text(figure), YearBefore(code) is { } before ? Text(before) : null, id) : null;

    /// <summary>A paragraph of the sentences of these figures; one to be written where none of them is known.</summary>
    /// <param name="lead">Stands before them, with its comma.</param>
    /// <param name="after">A sentence that follows, with its 。.</param>
    public ReportParagraph Paragraph(string key, string? heading, IReadOnlyList<string> codes, string lead = "", string after = "")
    {
        var clauses = codes.Select(Clause).OfType<string>().ToList();
        return clauses.Count == 0
            ? ReportParagraph.ToWrite(key, "这一项今年没有数，写明做了什么", heading)
            : new(key, ParagraphKind.Figures, $"{lead}{string.Join('；', clauses)}。{after}", heading, [.. codes.Where(code => Now(code) is not null).Select(Trace).OfType<ReportFigure>()]);
    }

    /// <summary>重复信访率18.4%，比上年下降1.1个百分点. Null where there is nothing to say.</summary>
    public string? Clause(string code) => Now(code) is not { } now ? null : code == "K-00" ? null : $"{Name(code, now)}{Text(now)}{Compared(now, YearBefore(code), Then)}";

    public static string Name(string code, Figure figure) => Spoken.GetValueOrDefault(code, figure.Name);

    /// <summary>，比上年下降1.1个百分点: of what is printed, so that whoever subtracts finds the same.</summary>
    public static string Compared(Figure now, Figure? before, string then)
    {
        if (before is null || ValueOf(now) is not { } value || ValueOf(before) is not { } former) return "";
        var (change, unit) = (value - former, Text(now).EndsWith('%') ? "个百分点" : Text(now).EndsWith('天') ? "天" : "件");
        var (up, down) = unit == "件" ? ("增加", "减少") : ("上升", "下降");
        return change == 0 ? $"，与{then}持平" : $"，比{then}{(change > 0 ? up : down)}{Math.Abs(change).ToString("0.#", CultureInfo.InvariantCulture)}{unit}";
    }

    /// <summary>，同比下降3.2%; empty where there was nothing.</summary>
    public static string Change(long now, long before, string word) =>
        before == 0 ? "" : now == before ? $"，{word}持平" : $"，{word}{(now > before ? "上升" : "下降")}{Percent(Math.Abs(now - before), before)}";

    public static string Percent(long part, long all) => all == 0 ? "—" : (Math.Round(100m * part / all, 1, MidpointRounding.AwayFromZero)).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The number as it is printed.</summary>
    public static decimal? ValueOf(Figure figure) => decimal.TryParse(Text(figure).TrimEnd('%', '天', '件'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static string Text(Figure figure) => figure.Value.Replace(" ", "", StringComparison.Ordinal);

    private static Figure? Of(Frozen frozen, string code) => frozen.Figures.FirstOrDefault(figure => figure.Code == code && figure.Number is not null);

    private static IReadOnlyList<CountRow> RowsOf(Frozen frozen, Dimension by) => [.. (frozen.Counts.FirstOrDefault(counts => counts.By == by)?.Rows ?? []).OrderByDescending(row => row.Petitions).ThenBy(row => row.Name, StringComparer.Ordinal)];
}
