using System.Globalization;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Reports;
using Xinfang.Insight.Api.Reports.Drafts;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;
using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>A year of figures that were never counted: good ones, with the repeats up and the answers late.</summary>
internal static class Planted
{
    public const int Year = 2026;

    public static readonly DateOnly Drafted = new(2027, 1, 5);

    public static readonly CurrentCaller Supervisor = new("supervisor", "督查", "120104-xfb", [Duty.Supervise]), Head = new("office-head", "负责人", "120104-xfb", [Duty.Oversee]);

    private static readonly (string Code, long Part, long All)[] Good =
    [
        ("K-01", 1190, 1195), ("K-02", 1080, 1090), ("K-03", 985, 1000), ("K-04", 610, 980), ("K-05a", 600, 610), ("K-05b", 570, 610), ("K-06", 700, 800), ("K-08", 20, 1100), ("K-09a", 9100, 1000), ("K-09b", 41000, 1000),
        ("K-10", 990, 1000), ("K-11", 640, 1204), ("K-12a", 12, 1), ("K-12b", 12, 12), ("K-12c", 5, 6), ("K-12d", 6, 6), ("K-13a", 210, 1050), ("K-13b", 209, 210), ("K-14", 40, 50), ("K-15a", 30, 40), ("K-17", 960, 1000), ("S-25", 700, 900),
    ];

    /// <summary>1204 petitions, a fifth of them again; a year before it was 1150 and a tenth.</summary>
    public static Snapshot Snapshot(int year = Year, params (string Code, long Part, long All)[] other)
    {
        var content = new SnapshotContent(
            Frozen(year, 1204, [.. Good.Append(("K-07", 241, 1204)).Where(each => other.All(o => o.Code != each.Code)), .. other]), Frozen(year - 1, 1150, [.. Good, ("K-07", 115, 1150)]), null,
            [.. Organs(("120104-zjw", "区住建委", 300), ("120104-rsj", "区人社局", 120), ("120104001", "长虹街道", 19))]);
        return new() { Id = Guid.CreateVersion7(), From = new(year, 1, 1), Until = new(year + 1, 1, 1), Basis = Basis.Received, TakenAt = Wire.On(2027, 1, 5), TakenBy = "supervisor", Content = content, Hash = RecordChain.DigestOf(content) };
    }

    public static Report Report(ReportKind kind = ReportKind.RuleOfLaw, Snapshot? snapshot = null, Func<ReportText, ReportText>? change = null)
    {
        var frozen = snapshot ?? Snapshot();
        var span = new ReportSpan(frozen.From.Year, Span.Year, 1);
        var text = Drafting.Of(kind, span, frozen);
        return Api.Reports.Report.Draft(Guid.CreateVersion7(), kind, span, frozen, change?.Invoke(text) ?? text, Supervisor, Drafted);
    }

    /// <summary>With something in every place that a person has to fill.</summary>
    public static ReportText Filled(ReportText text) => text with
    {
        Sections = [.. text.Sections.Select(section => section with { Paragraphs = [.. section.Paragraphs.Select(paragraph => paragraph.Kind is ParagraphKind.ToWrite ? paragraph with { Kind = ParagraphKind.Written, Text = "全年学法12次，研究法治工作4次。" } : paragraph)] })],
    };

    public static ReportText Headed(ReportText text, int section, string heading) => text with { Sections = [.. text.Sections.Select((each, at) => at == section ? each with { Heading = heading } : each)] };

    private static Frozen Frozen(int year, long total, IEnumerable<(string Code, long Part, long All)> figures) => new(new(year, 1, 1), new(year + 1, 1, 1), Basis.Received,
        [.. figures.Prepend(("K-00", total, 1)).Select(each => Figure(each.Item1, each.Item2, each.Item3))],
        [
            new(Dimension.Channel, [Row("Online", "网上", total / 2), Row("Letter", "来信", total / 4), Row("Visit", "走访", total - (total / 2) - (total / 4))]),
            new(Dimension.Category, [Row("Redress", "申诉求决", total - 10), Row("Suggestion", "建议意见", 10)]),
            new(Dimension.Content, [Row("030000", "城乡建设", total / 2), Row("040000", "劳动和社会保障", total - (total / 2))]),
            new(Dimension.Street, [.. Enumerable.Range(1, 12).Select(n => Row($"12010400{n}", $"第{n}街道", n == 1 ? total - (11 * (total / 12)) : total / 12))]),
            new(Dimension.Organ, [Row("120104-zjw", "区住建委", total / 2), Row("120104-rsj", "区人社局", total - (total / 2))]),
        ]);

    private static CountRow Row(string value, string name, long petitions) => new(value, name, petitions, petitions - (petitions / 5), petitions / 5, petitions * 9 / 10, petitions / 50);

    private static IEnumerable<FrozenOrgan> Organs(params (string Code, string Name, long All)[] organs) =>
        organs.Select((organ, at) => new FrozenOrgan(organ.Code, organ.Name, [.. new[] { "K-02", "K-03", "K-05b", "K-06", "K-07", "K-17" }.Select(code => Figure(code, organ.All - (at * 5), organ.All))]));

    private static Figure Figure(string code, long part, long all)
    {
        var measure = Catalogue.Find(code)!;
        double? number = all == 0 ? null : measure.Kind is FigureKind.Count ? part : (double)part / all;
        var interval = measure.Kind is FigureKind.Share && all > 0 ? Interval.Wilson((int)part, (int)all) : (Interval?)null;
        return new(code, measure.Name, part, all, number, measure.Write(number), interval?.Low, interval?.High);
    }

    public static string Rules(IEnumerable<ReportFinding> found) => string.Join('\n', found.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Rule} {each.Section} {each.Paragraph} {each.Message}")));
}
